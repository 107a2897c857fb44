; The Windows setup. Per user by default, for all users with /AllUsers; silent with /S; other
; folder with /D=C:\path (last, without quotes). Libraries and settings are never touched.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
SetDateSave off
RequestExecutionLevel user
Name "Dateline"
OutFile "${TARGET}"
BrandingText "Dateline ${VERSION}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "Dateline"
!define MULTIUSER_USE_PROGRAMFILES64
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dateline"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Dateline.exe"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_LICENSE "${TREE}/licences/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

; NSIS has these in English only.
LangString MULTIUSER_TEXT_INSTALLMODE_TITLE ${LANG_KOREAN} "사용자 선택"
LangString MULTIUSER_TEXT_INSTALLMODE_SUBTITLE ${LANG_KOREAN} "누구를 위해 설치할지 고르십시오."
LangString MULTIUSER_INNERTEXT_INSTALLMODE_TOP ${LANG_KOREAN} "이 컴퓨터의 모든 사용자를 위해, 또는 나만을 위해 설치할 수 있습니다."
LangString MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS ${LANG_KOREAN} "모든 사용자"
LangString MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER ${LANG_KOREAN} "나만"

LangString Running ${LANG_ENGLISH} "Dateline is running. Close it and start the setup again."
LangString Running ${LANG_KOREAN} "데이트라인이 실행 중입니다. 닫은 뒤 설치를 다시 시작하십시오."
LangString OpenWith ${LANG_ENGLISH} "Open with Dateline"
LangString OpenWith ${LANG_KOREAN} "데이트라인으로 열기"
LangString Library ${LANG_ENGLISH} "Dateline library"
LangString Library ${LANG_KOREAN} "데이트라인 자료집"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Dateline"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Dateline setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "The Dateline developers, MIT licence"

Function .onInit
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "Dateline"
  ; An older version goes first, but only our own folders; a file in use means that it runs.
  ClearErrors
  Delete "$INSTDIR\runtime\python313.dll"
  IfErrors 0 +4
    MessageBox MB_OK|MB_ICONSTOP "$(Running)" /SD IDOK
    SetErrorLevel 1
    Abort "$(Running)"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*"
  ; Without this, a start from a folder that the user may not write to compiles anew each time.
  nsExec::Exec '"$INSTDIR\runtime\python.exe" -m compileall -q "$INSTDIR\runtime\site-packages"'
  Pop $0
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Dateline.lnk" "$INSTDIR\Dateline.exe"

  WriteRegStr SHCTX "Software\Classes\.dateline" "" "Dateline.Library"
  WriteRegStr SHCTX "Software\Classes\.dateline\OpenWithProgids" "Dateline.Library" ""
  WriteRegStr SHCTX "Software\Classes\Dateline.Library" "" "$(Library)"
  WriteRegStr SHCTX "Software\Classes\Dateline.Library\DefaultIcon" "" "$INSTDIR\Dateline.exe,0"
  WriteRegStr SHCTX "Software\Classes\Dateline.Library\shell\open\command" "" '"$INSTDIR\Dateline.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Dateline" "" "$(OpenWith)"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Dateline" "Icon" "$INSTDIR\Dateline.exe,0"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Dateline\command" "" '"$INSTDIR\Dateline.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\Dateline.exe\shell\open\command" "" '"$INSTDIR\Dateline.exe" "%1"'
  !macro Offer extension
    WriteRegStr SHCTX "Software\Classes\Applications\Dateline.exe\SupportedTypes" "${extension}" ""
  !macroend
  !insertmacro Offer ".txt"
  !insertmacro Offer ".csv"
  !insertmacro Offer ".json"
  !insertmacro Offer ".jsonl"
  !insertmacro Offer ".html"
  !insertmacro Offer ".htm"
  !insertmacro Offer ".zip"
  !insertmacro Offer ".gz"
  !insertmacro Offer ".warc"
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\dateline.exe" "" "$INSTDIR\bin\dateline.exe"

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Dateline"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Dateline.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Dateline developers"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  ClearErrors
  Delete "$INSTDIR\runtime\python313.dll"
  IfErrors 0 +4
    MessageBox MB_OK|MB_ICONSTOP "$(Running)" /SD IDOK
    SetErrorLevel 1
    Abort "$(Running)"
  ; Our own folders by name, never the whole folder: it may be one that the user chose.
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\bin"
  Delete "$INSTDIR\Dateline.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Dateline.lnk"
  DeleteRegKey SHCTX "Software\Classes\Dateline.Library"
  DeleteRegValue SHCTX "Software\Classes\.dateline\OpenWithProgids" "Dateline.Library"
  DeleteRegKey SHCTX "Software\Classes\.dateline"
  DeleteRegKey SHCTX "Software\Classes\Directory\shell\Dateline"
  DeleteRegKey SHCTX "Software\Classes\Applications\Dateline.exe"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\dateline.exe"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
