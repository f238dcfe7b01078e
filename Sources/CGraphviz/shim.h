// Graphviz declares its graph kinds as mutable C globals, which Swift 6 refuses to read from
// concurrent code. These functions return a copy instead.
#ifndef MILIEU_CGRAPHVIZ_SHIM_H
#define MILIEU_CGRAPHVIZ_SHIM_H

#include <gvc.h>

static inline Agdesc_t milieu_graph_directed(void) { return Agdirected; }
static inline Agdesc_t milieu_graph_undirected(void) { return Agundirected; }

#endif
