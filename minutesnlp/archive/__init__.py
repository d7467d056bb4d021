"""The one folder a council's minutes live in and are searched in: SQLite for the records, arrays for the index."""

from minutesnlp.archive.archive import Archive

__all__ = ["Archive"]
