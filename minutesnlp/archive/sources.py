"""What an archive is made of: meetings as they are given, files and folders as they are read."""

from __future__ import annotations

import os
from collections.abc import Iterable

from minutesnlp import reading
from minutesnlp.records import Corpus, Meeting

Sources = Corpus | Meeting | str | os.PathLike[str] | Iterable[Meeting | str | os.PathLike[str]]


def corpus_of(sources: Sources) -> Corpus:
    """Return the meetings of sources; what cannot be read is in `skipped`.

    Raises
    ------
    ReadError
        When nothing can be read.
    TypeError
        When they are neither meetings nor paths.
    """
    if isinstance(sources, Corpus):
        return sources
    if isinstance(sources, Meeting):
        return Corpus([sources])
    if isinstance(sources, (str, os.PathLike)):
        return reading.read(sources)
    if not isinstance(sources, Iterable):
        raise TypeError(f"an archive is made of meetings, files and folders, not {sources!r}")
    given = list(sources)
    meetings = [each for each in given if isinstance(each, Meeting)]
    paths = [each for each in given if not isinstance(each, Meeting)]
    if not paths:
        return Corpus(meetings)
    found = reading.read(*paths)
    return Corpus([*meetings, *found], skipped=found.skipped)
