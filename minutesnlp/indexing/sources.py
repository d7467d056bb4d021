"""Which sources a compiled module was built from, so that one that is older than what stands beside it is not taken.

Also run by setup.py, before anything is installed: it imports nothing but the standard library.
"""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: str | Path) -> int | None:
    """Return a number of 32 bits for the kernel's sources in a folder; None where they are not, as in a wheel."""
    sources = sorted(path for path in Path(folder).iterdir() if path.suffix in (".pyx", ".pxd", ".h"))
    if not any(path.suffix == ".pyx" for path in sources):
        return None
    texts = (f"{path.name}\n{path.read_text('utf-8')}" for path in sources)
    return int.from_bytes(hashlib.sha256("\0".join(texts).encode()).digest()[:4])
