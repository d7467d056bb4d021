"""Every exception of the library.

```
MinutesError
├── ReadError          a file that cannot be read            (file, reason, advice)
├── ArchiveError       an archive that cannot be opened or written
│   └── OutdatedError  rows that `compact` took away since the archive was opened
├── QueryError         a query that cannot be read           (also ValueError)
├── TaggingError       the tagger or its models
└── MissingExtraError  an optional library is not installed  (also ImportError)
```

A wrong argument is a `ValueError` or `TypeError`; a world that does not fit is a `MinutesError`.
A message says what, where, and what to do.
"""

from __future__ import annotations

import os


class MinutesError(Exception):
    """Tell of something that could not be done, where, and what would help."""


class ReadError(MinutesError):
    """Tell of a file that cannot be read as minutes.

    `file`, `reason` and `advice` are kept apart, so that a list of skipped files can show them in columns.
    """

    def __init__(self, file: str | os.PathLike[str], reason: str, advice: str = "") -> None:
        self.file = os.fspath(file)
        self.reason = reason
        self.advice = advice
        super().__init__(file, reason, advice)

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}." + (f" {self.advice}" if self.advice else "")


class ArchiveError(MinutesError):
    """Tell of an archive folder that is missing, foreign, damaged, or in use."""


class OutdatedError(ArchiveError):
    """Tell that another process compacted an archive since it was opened, and took away what is asked for."""


class QueryError(MinutesError, ValueError):
    """Tell of a query that cannot be read."""


class TaggingError(MinutesError):
    """Tell of a lexicon, model or document that the tagger cannot work with."""


class MissingExtraError(MinutesError, ImportError):
    """Tell of an optional library that is not installed, and the command that installs it."""

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        self.library = library
        self.extra = extra
        super().__init__(f"{purpose} needs {library}, which is not installed. Run: pip install 'minutesnlp[{extra}]'")
