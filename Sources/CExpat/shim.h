#ifndef MILIEU_CEXPAT_SHIM_H
#define MILIEU_CEXPAT_SHIM_H

#include <expat.h>

#endif
