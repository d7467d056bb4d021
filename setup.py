"""The compiled search kernel, which setup.cfg cannot name. Where no compiler is, the library installs without it."""

import sys

from setuptools import Extension, setup

# A fused multiply-add would give other last digits than numpy
FLAGS = [] if sys.platform == "win32" else ["-O3", "-ffp-contract=off"]


def extension(name: str) -> Extension:
    """Return a module of the index that is compiled where that can be done."""
    source = f"minutesnlp/indexing/{name}.pyx"
    return Extension(f"minutesnlp.indexing.{name}", [source], extra_compile_args=FLAGS, optional=True)


setup(ext_modules=[extension("_kernel"), extension("_inverter")])
