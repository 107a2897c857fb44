/* For Wine only, never shipped: Windows 10 has icuuc.dll, Wine 8 has none.
 * Qt asks it for rare encodings; here there are none, and Qt makes do without. */
#define FAILED 4 /* U_FILE_ACCESS_ERROR */

void *ucnv_open(const char *name, int *error) { (void)name; *error = FAILED; return 0; }
void ucnv_close(void *converter) { (void)converter; }
void ucnv_reset(void *converter) { (void)converter; }
signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
const char *ucnv_getName(const void *converter, int *error) { (void)converter; *error = FAILED; return 0; }
void ucnv_getToUCallBack(const void *c, void **a, const void **b) { (void)c; *a = 0; *b = 0; }
void ucnv_getFromUCallBack(const void *c, void **a, const void **b) { (void)c; *a = 0; *b = 0; }
void ucnv_setToUCallBack(void *c, void *n, const void *k, void **a, const void **b, int *error)
{ (void)c; (void)n; (void)k; (void)a; (void)b; *error = FAILED; }
void ucnv_setFromUCallBack(void *c, void *n, const void *k, void **a, const void **b, int *error)
{ (void)c; (void)n; (void)k; (void)a; (void)b; *error = FAILED; }
void ucnv_cbToUWriteUChars(void *a, const void *s, int n, int o, int *error)
{ (void)a; (void)s; (void)n; (void)o; *error = FAILED; }
void ucnv_cbFromUWriteUChars(void *a, const void **s, const void *l, int o, int *error)
{ (void)a; (void)s; (void)l; (void)o; *error = FAILED; }
void ucnv_toUnicode(void *c, void **t, const void *tl, const char **s, const char *sl, int *o, char f, int *error)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; *error = FAILED; }
void ucnv_fromUnicode(void *c, char **t, const char *tl, const void **s, const void *sl, int *o, char f, int *error)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; *error = FAILED; }
int ucnv_toUCountPending(const void *c, int *error) { (void)c; (void)error; return 0; }
int ucnv_fromUCountPending(const void *c, int *error) { (void)c; (void)error; return 0; }
const char *ucnv_getStandardName(const char *n, const char *s, int *error)
{ (void)n; (void)s; *error = FAILED; return 0; }
const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
int ucnv_countAvailable(void) { return 0; }
void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
