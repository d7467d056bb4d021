"""Which sentences stand for an item, a meeting, or a query."""

from minutesnlp.summarising.summaries import summarise

__all__ = ["summarise"]
