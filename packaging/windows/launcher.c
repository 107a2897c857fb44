/* Starts Dateline with the Python that lies beside it, and ends as it ends.
 *
 * Compiled twice: Dateline.exe (with WINDOW) opens the window and no console;
 * bin\dateline.exe is for the console. Neither holds anything of the program. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <wchar.h>

#define LONGEST 32768

static wchar_t program[LONGEST];
static wchar_t command[LONGEST];

static int complain(const wchar_t *what)
{
#ifdef WINDOW
    MessageBoxW(NULL, what, L"Dateline", MB_OK | MB_ICONERROR);
#else
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    WriteConsoleW(out, what, (DWORD)wcslen(what), &written, NULL);
#endif
    return 1;
}

/* What the user wrote after the program's own name, with its quotes. */
static const wchar_t *arguments(void)
{
    const wchar_t *line = GetCommandLineW();
    int quoted = 0;
    while (*line && (quoted || (*line != L' ' && *line != L'\t'))) {
        if (*line == L'"')
            quoted = !quoted;
        line++;
    }
    return line;
}

static void up(wchar_t *path)
{
    wchar_t *last = wcsrchr(path, L'\\');
    if (last)
        *last = 0;
}

/* A window has no console: a handle that its starter left behind may be a dead one, and Python ends
 * at its first look at one. None at all it can do with. */
static HANDLE shared(DWORD which)
{
#ifdef WINDOW
    (void)which;
    return NULL;
#else
    HANDLE handle = GetStdHandle(which);
    if (handle && handle != INVALID_HANDLE_VALUE)
        SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return handle;
#endif
}

static int start(void)
{
    STARTUPINFOW with;
    PROCESS_INFORMATION child;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits;
    DWORD code = 1;
    HANDLE job;

    if (!GetModuleFileNameW(NULL, program, LONGEST))
        return complain(L"Dateline cannot find itself.\n");
    up(program);
#ifdef WINDOW
    wcscat(program, L"\\runtime\\pythonw.exe");
#else
    up(program);
    wcscat(program, L"\\runtime\\python.exe");
#endif
    if (wcslen(program) + wcslen(arguments()) + 64 > LONGEST)
        return complain(L"The command line is too long.\n");
    swprintf(command, LONGEST, L"\"%ls\" -X utf8 -m desktop_app%ls", program, arguments());

    ZeroMemory(&with, sizeof with);
    with.cb = sizeof with;
    with.dwFlags = STARTF_USESTDHANDLES;
    with.hStdInput = shared(STD_INPUT_HANDLE);
    with.hStdOutput = shared(STD_OUTPUT_HANDLE);
    with.hStdError = shared(STD_ERROR_HANDLE);

    /* The child dies with us: ending Dateline in the task manager leaves nothing behind. */
    job = CreateJobObjectW(NULL, NULL);
    ZeroMemory(&limits, sizeof limits);
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);

    if (!CreateProcessW(program, command, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &with,
                        &child))
        return complain(L"Dateline's own Python could not be started. Install Dateline again.\n");
    AssignProcessToJobObject(job, child.hProcess);
    ResumeThread(child.hThread);
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code;
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE own, HINSTANCE before, LPWSTR line, int show)
{
    (void)own; (void)before; (void)line; (void)show;
    return start();
}
#else
static BOOL WINAPI leave_to_child(DWORD event)
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

int wmain(void)
{
    SetConsoleCtrlHandler(leave_to_child, TRUE);
    return start();
}
#endif
