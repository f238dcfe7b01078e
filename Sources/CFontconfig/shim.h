#ifndef MILIEU_CFONTCONFIG_SHIM_H
#define MILIEU_CFONTCONFIG_SHIM_H

#include <fontconfig/fontconfig.h>

#endif
