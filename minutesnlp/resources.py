"""Where models/ and corpus/ lie: beside the package in a checkout, inside it in an installed wheel.

Everything that ships as data is found through here and nowhere else.
"""

from __future__ import annotations

from pathlib import Path

from minutesnlp.errors import MinutesError


def models(*parts: str) -> Path:
    """Return the path of something in models/.

    Raises
    ------
    MinutesError
        When it is not there: the installation is incomplete.
    """
    return _find("models", parts)


def corpus(*parts: str) -> Path:
    """Return the path of something in corpus/.

    Raises
    ------
    MinutesError
        When it is not there: the installation is incomplete.
    """
    return _find("corpus", parts)


def version() -> str:
    """Return the version that is installed; of a checkout that is not, that it is one."""
    from importlib import metadata  # slow to load, and only asked for here

    try:
        return metadata.version("minutesnlp")
    except metadata.PackageNotFoundError:
        return "(a checkout)"


def _find(room: str, parts: tuple[str, ...]) -> Path:
    from importlib import resources  # slow to load, and who opens an archive asks for nothing that ships

    # A wheel and an editable install know the data as a package; a checkout on sys.path (no install at all)
    # has it as a folder beside minutesnlp/.
    try:
        root = Path(str(resources.files(f"minutesnlp.{room}")))
    except ModuleNotFoundError:
        root = Path(__file__).resolve().parent.parent / room
    path = root.joinpath(*parts)
    if not path.exists():
        wanted = "/".join((room, *parts))
        raise MinutesError(f"{wanted} is missing from this installation of minutesnlp ({root}). Install it again.")
    return path
