"""The packages for Python and R, with the program that is tested here, and what a release says of itself."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

from conftest import PROGRAM, ROOT

SCRIPTS = ROOT / "Scripts"
VERSION = re.search(r'version = "([\d.]+)"', (ROOT / "Sources" / "Vocabulary" / "Engine.swift").read_text()).group(1)


def test_the_package_for_python_passes_its_tests():
    environment = {**os.environ, "MILIEU": str(PROGRAM), "PYTHONPATH": str(ROOT / "python" / "src"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", ROOT / "python" / "tests"],
                          capture_output=True, text=True, env=environment, timeout=600)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert re.search(r"\d+ passed in", done.stdout) and "skipped" not in done.stdout


def test_the_package_for_r_passes_the_check_of_r(tmp_path):
    environment = {**os.environ, "MILIEU": str(PROGRAM), "LC_ALL": "C.UTF-8", "_R_CHECK_FORCE_SUGGESTS_": "false",
                   "_R_CHECK_CRAN_INCOMING_": "false"}
    subprocess.run(["R", "CMD", "build", ROOT / "r"], cwd=tmp_path, check=True, capture_output=True, env=environment)
    package = tmp_path / f"milieu_{VERSION}.tar.gz"
    done = subprocess.run(["R", "CMD", "check", "--no-manual", package], cwd=tmp_path, capture_output=True, text=True, env=environment, timeout=600)
    failures = tmp_path / "milieu.Rcheck" / "tests" / "milieu.Rout.fail"
    assert done.returncode == 0, done.stdout[-3000:] + (failures.read_text()[-3000:] if failures.exists() else "")
    assert "WARNING" not in done.stdout and "ERROR" not in done.stdout, done.stdout[-3000:]
    told = re.findall(r"\* checking (.*) \.\.\. NOTE", done.stdout)
    # Packages that it can do without need not be installed.
    assert set(told) <= {"package dependencies"}, done.stdout[-3000:]


def test_every_package_has_the_engines_version():
    assert f"version: {VERSION}" in (ROOT / "CITATION.cff").read_text()
    assert f"Version: {VERSION}" in (ROOT / "r" / "DESCRIPTION").read_text().splitlines()


def test_every_public_function_of_the_package_for_r_has_a_page():
    exported = set(re.findall(r"milieu_\w+", " ".join(re.findall(r"export\(([^)]*)\)", (ROOT / "r" / "NAMESPACE").read_text()))))
    told = {name for page in (ROOT / "r" / "man").glob("*.Rd") for name in re.findall(r"\\alias\{(\w+)\}", page.read_text())}
    assert exported and exported <= told


def test_the_list_of_plug_ins_is_cut_where_a_plug_in_ends(tmp_path):
    """Half a section makes Graphviz read for ever: the filter keeps whole ones, comments between them or not."""
    script = (SCRIPTS / "portable.sh").read_text()
    program = re.search(r"awk -v kept=\"\$kept\" '(.*?)'", script, re.S).group(1)
    listed = ("# made\n\nliba.so.6 core {\n\tdevice {\n\t\tdot:dot 1\n#FAILS\t\tpng:x 2\n\t}\n}\nlibb.so.6 b {\n\trender {\n\t\tb 1\n\t}\n}\n"
              "libc.so.6 c {\n\tlayout {\n\t\tnop2 0\n\t}\n}\n")
    kept = subprocess.run(["awk", "-v", "kept=liba.so.6\nlibc.so.6", program], input=listed, capture_output=True, text=True, check=True).stdout
    assert kept == listed.replace("# made\n\n", "").replace("libb.so.6 b {\n\trender {\n\t\tb 1\n\t}\n}\n", "")
    assert kept.count("{") == kept.count("}")


def test_the_floor_is_the_newest_symbol_that_is_asked_for(tmp_path):
    (tmp_path / "bin").mkdir()
    shutil.copy(PROGRAM, tmp_path / "bin" / "milieu")
    told = subprocess.run(["bash", SCRIPTS / "portable.sh", "floor", tmp_path], capture_output=True, text=True, check=True).stdout.strip()
    symbols = subprocess.run(["readelf", "--version-info", "--wide", PROGRAM], capture_output=True, text=True, check=True).stdout
    asked = {tuple(map(int, version.split("."))) for version in re.findall(r"Name: GLIBC_(2\.[\d.]+)", symbols)}
    assert asked and told == ".".join(map(str, max(asked)))


@pytest.mark.parametrize("language, words", [("fr_FR.UTF-8", "Les données sont-elles saines"), ("C.UTF-8", "Is the dataset sound")])
def test_the_demonstration_speaks_the_readers_language(tmp_path, language, words):
    stand_in = tmp_path / "milieu"
    stand_in.write_text('#!/bin/sh\necho "$@" >>"$0.log"\n')
    stand_in.chmod(0o755)
    (tmp_path / "out" / "romans-2016").mkdir(parents=True)
    done = subprocess.run(["bash", SCRIPTS / "demo.sh", stand_in, ROOT / "datasets" / "kite", tmp_path / "out"], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": language}, encoding="utf-8")
    assert done.returncode == 0 and words in done.stdout
    wanted = "--lang " + language[:2].replace("C.", "en")
    assert all(wanted in call for call in (tmp_path / "milieu.log").read_text().splitlines()[:4])


def test_the_manual_and_the_completions_name_every_command(tmp_path):
    told = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"(?m)^  ([a-z]+) {4,}", told.split("SUBCOMMANDS:")[1])
    assert len(commands) > 8
    subprocess.run(["bash", SCRIPTS / "install-completions.sh", PROGRAM, tmp_path], check=True)
    for path in ("bash-completion/completions/milieu", "zsh/site-functions/_milieu", "fish/vendor_completions.d/milieu.fish"):
        assert all(name in (tmp_path / path).read_text() for name in commands)
    # Descriptions in both languages, and each shell's own way to choose.
    for path, choice in (("zsh/site-functions/_milieu", "(fr*)\n"), ("fish/vendor_completions.d/milieu.fish", '"fr*" -- $LANG')):
        text = (tmp_path / path).read_text(encoding="utf-8")
        french, english = (text.split(choice)[1].find(words) for words in ("Ne pas ouvrir le navigateur", "Do not open the browser"))
        assert 0 < french < english, "French behind its choice, English behind that"
    assert (tmp_path / "zsh/site-functions/_milieu").read_text().startswith("#compdef milieu\n")


def symbols(file, letter):
    """What a file or archive asks for (U) or holds (T)."""
    found = subprocess.run(["nm", "--no-sort", file], capture_output=True, text=True, check=True).stdout
    return {name for name in re.findall(rf"^[0-9a-f ]* {letter} (\w+)$", found, re.M)}


def test_what_stands_in_for_curl_holds_all_that_swift_asks_for_and_refuses(tmp_path):
    compiler = pathlib.Path(shutil.which("swiftc")).resolve()
    library = compiler.parents[1] / "lib" / "swift_static" / "linux" / "lib_CFURLSessionInterface.a"
    asked = {name for name in symbols(library, "U") if name.startswith("curl_")}
    subprocess.run(["cc", "-c", ROOT / "packaging" / "no-curl.c", "-o", tmp_path / "no-curl.o"], check=True)
    assert asked and asked == symbols(tmp_path / "no-curl.o", "T")
    (tmp_path / "call.c").write_text("void curl_easy_init(void); int main(void) { curl_easy_init(); return 0; }")
    subprocess.run(["cc", tmp_path / "call.c", tmp_path / "no-curl.o", "-o", tmp_path / "call"], check=True)
    called = subprocess.run([tmp_path / "call"], capture_output=True, text=True)
    assert called.returncode == 70 and "curl_easy_init was called: this build reaches no network" in called.stderr
