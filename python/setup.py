"""What pyproject.toml cannot say: the version, which the engine states, and for which system a wheel is that carries
the program. A wheel without it (`pip install ./python` on a system of its own) takes the `milieu` on the PATH."""

import os
import pathlib
import re

from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
ENGINE = HERE.parent / "Sources" / "Vocabulary" / "Engine.swift"
VERSION = HERE / "VERSION"
if ENGINE.exists():
    VERSION.write_text(re.search(r'version = "([\d.]+)"', ENGINE.read_text(encoding="utf-8")).group(1) + "\n")
CARRIES = (HERE / "src" / "milieu" / "carried").exists()


class Wheel(bdist_wheel):
    """Any Python 3, one system: the program is no extension of Python."""

    def get_tag(self):
        return ("py3", "none", os.environ["MILIEU_WHEEL_PLATFORM"]) if CARRIES else ("py3", "none", "any")


class WithProgram(Distribution):
    def has_ext_modules(self):
        return CARRIES


setup(version=VERSION.read_text().strip(), cmdclass={"bdist_wheel": Wheel}, distclass=WithProgram)
