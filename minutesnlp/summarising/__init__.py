"""Which sentences stand for an item, a meeting, or a query; and whether a draft's sentences stand in the minutes."""

from minutesnlp.summarising.drafts import verify
from minutesnlp.summarising.summaries import summarise

__all__ = ["summarise", "verify"]
