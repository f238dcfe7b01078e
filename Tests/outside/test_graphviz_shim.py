"""The C shim compiles with both declarations of gvRenderData: before Graphviz 13, and from then on."""

import shutil
import subprocess

import pytest

from conftest import ROOT

SHIM = ROOT / "Sources" / "CGraphviz"

HEADER = """
#include <stddef.h>
typedef struct GVC_s GVC_t;
typedef struct Agraph_s graph_t;
typedef struct {{ int kind; }} Agdesc_t;
typedef struct {{ struct {{ double x, y; }} dimen; }} textlabel_t;
typedef struct {{ textlabel_t *label; }} node_t;
#define ND_label(node) ((node)->label)
extern Agdesc_t Agdirected;
extern int gvRenderData(GVC_t *gvc, graph_t *g, const char *format, char **result, {length} *length);
"""

# A library whose rendering is as long as its length's type can tell.
PROGRAM = """
#include "shim.h"
#include <stdio.h>

Agdesc_t Agdirected;

int gvRenderData(GVC_t *gvc, graph_t *g, const char *format, char **result, {length} *length) {{
    *length = ({length})0x123456789u - 1;
    *result = (char *)format;
    return gvc || g ? 1 : 0;
}}

int main(void) {{
    char *data = 0;
    struct {{ size_t before, length, after; }} place = {{ 7, (size_t)-1, 7 }};
    int status = milieu_render(0, 0, "svg", &data, &place.length);
    printf("%d %s %zx %zu %zu", status, data, place.length, place.before, place.after);
    return milieu_graph_directed().kind;
}}
"""


@pytest.mark.parametrize("length, expected", [("unsigned int", "23456788"), ("size_t", "123456788")])
def test_the_length_comes_whole_from_either_declaration(tmp_path, length, expected):
    compiler = shutil.which("clang") or shutil.which("cc")
    assert compiler, "a C compiler is needed: it comes with Swift"
    (tmp_path / "gvc.h").write_text(HEADER.format(length=length))
    (tmp_path / "program.c").write_text(PROGRAM.format(length=length))
    built = subprocess.run(
        [compiler, "-std=gnu17", "-Wall", "-Wextra", "-Werror", "-I", tmp_path, "-I", SHIM, "-o", tmp_path / "program",
         tmp_path / "program.c"], capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    said = subprocess.run([tmp_path / "program"], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, f"0 svg {expected} 7 7")
