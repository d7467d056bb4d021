"""What minutes settle, promise and ask."""

from minutesnlp.tracking.decisions import find_decisions

__all__ = ["find_decisions"]
