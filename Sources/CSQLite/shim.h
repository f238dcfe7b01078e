#ifndef MILIEU_CSQLITE_SHIM_H
#define MILIEU_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
