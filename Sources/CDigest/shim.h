// SHA-256 from libmd, so that a dataset's content hash is the one that `sha256sum` prints.
#ifndef MILIEU_CDIGEST_SHIM_H
#define MILIEU_CDIGEST_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sha256.h>

#endif
