// What of Graphviz's C interface Swift cannot take as it is.
#ifndef MILIEU_CGRAPHVIZ_SHIM_H
#define MILIEU_CGRAPHVIZ_SHIM_H

#include <gvc.h>
#include <stddef.h>

// The graph kinds are mutable C globals, which Swift 6 refuses to read from concurrent code. This
// function returns a copy instead.
static inline Agdesc_t milieu_graph_directed(void) { return Agdirected; }

// Up to version 12 a rendering's length is an unsigned int, from 13 on a size_t. The declaration at hand
// decides, since the headers give their version as text, which the preprocessor cannot compare.
#define MILIEU_RENDER_LENGTH                                                                          \
    __typeof__(_Generic(&gvRenderData,                                                                \
        int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): (unsigned int)0,          \
        default: (size_t)0))

/// gvRenderData with a length that is a size_t whatever the version.
static inline int milieu_render(
    GVC_t *context, graph_t *graph, const char *format, char **data, size_t *length) {
    MILIEU_RENDER_LENGTH own = 0;
    int status = gvRenderData(context, graph, format, data, &own);
    *length = own;
    return status;
}

/// How wide a node's label is, in points, once the graph is laid out.
static inline double milieu_label_width(node_t *node) { return ND_label(node)->dimen.x; }

#endif
