/* For Wine only, never shipped: complex functions of the C library that Wine 8 does not have.
 * Complex numbers travel as Microsoft's compiler passes them: as structures. */
#include <complex.h>

typedef struct { double part[2]; } D;
typedef struct { float part[2]; } F;

static double complex d(D a) { return a.part[0] + a.part[1] * I; }
static float complex f(F a) { return a.part[0] + a.part[1] * I; }
static D to_d(double complex a) { D r = {{creal(a), cimag(a)}}; return r; }
static F to_f(float complex a) { F r = {{crealf(a), cimagf(a)}}; return r; }

/* Microsoft's long double is a double. */
#define COMPLEX(name)                                    \
    D our_##name(D a) { return to_d(name(d(a))); }       \
    D our_##name##l(D a) { return to_d(name(d(a))); }    \
    F our_##name##f(F a) { return to_f(name##f(f(a))); }
#define REAL(name)                                       \
    double our_##name(D a) { return name(d(a)); }        \
    double our_##name##l(D a) { return name(d(a)); }     \
    float our_##name##f(F a) { return name##f(f(a)); }

COMPLEX(ccos)
COMPLEX(ccosh)
COMPLEX(cexp)
COMPLEX(clog)
COMPLEX(csqrt)
COMPLEX(csin)
COMPLEX(csinh)
COMPLEX(ctan)
COMPLEX(ctanh)
REAL(creal)
REAL(cimag)
REAL(carg)
REAL(cabs)

D our_cpow(D a, D b) { return to_d(cpow(d(a), d(b))); }
D our_cpowl(D a, D b) { return to_d(cpow(d(a), d(b))); }
F our_cpowf(F a, F b) { return to_f(cpowf(f(a), f(b))); }
