"""What a person says of who is who: `overrides.yaml` in an archive's folder."""

from __future__ import annotations

from pathlib import Path

from minutesnlp.errors import ArchiveError
from minutesnlp.tagging import linking

OVERRIDES = "overrides.yaml"


def overrides_in(folder: Path | None) -> dict[str, str]:
    """Return what `overrides.yaml` in an archive's folder says; nothing where there is none.

    Raises
    ------
    ArchiveError
        When a line of it is not `mention: identity`.
    """
    file = folder / OVERRIDES if folder else None
    if file is None or not file.is_file():
        return {}
    try:
        return linking.read_overrides(file.read_text("utf-8-sig"))
    except ValueError as error:
        raise ArchiveError(f"{file}: {error}") from None
