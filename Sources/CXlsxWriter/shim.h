#ifndef MILIEU_CXLSXWRITER_SHIM_H
#define MILIEU_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
