"""The compiled search kernel, which setup.cfg cannot name. Where no compiler is, the library installs without it."""

import sys
from glob import glob
from runpy import run_path

from setuptools import Extension, setup

HERE = "minutesnlp/indexing"
# Compiled in, so that a module that is older than its sources is not taken
SOURCES = run_path(f"{HERE}/sources.py")["digest"](HERE)
# A fused multiply-add would give other last digits than numpy
FLAGS = [] if sys.platform == "win32" else ["-O3", "-ffp-contract=off"]


def extension(name: str) -> Extension:
    """Return a module of the index that is compiled where that can be done."""
    parts = [*glob(f"{HERE}/*.pxd"), *glob(f"{HERE}/*.h")]
    return Extension(
        f"minutesnlp.indexing.{name}",
        [f"{HERE}/{name}.pyx"],
        depends=parts,
        include_dirs=[HERE],
        define_macros=[("MINUTESNLP_SOURCES", f"{SOURCES}u")],
        extra_compile_args=FLAGS,
        optional=True,
    )


setup(
    ext_modules=[
        extension("_kernel"),
        extension("_inverter"),
        extension("_gather"),
        extension("_context"),
        extension("_tokens"),
    ]
)
