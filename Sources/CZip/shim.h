#ifndef MILIEU_CZIP_SHIM_H
#define MILIEU_CZIP_SHIM_H

#include <zip.h>

#endif
