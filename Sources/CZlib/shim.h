#ifndef MILIEU_CZLIB_SHIM_H
#define MILIEU_CZLIB_SHIM_H

#include <zlib.h>

#endif
