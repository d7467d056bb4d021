"""Which sentences stand for an item, a meeting, or a query; and whether a draft's sentences stand in the minutes."""

from typing import TYPE_CHECKING

from minutesnlp.doors import handing_out

if TYPE_CHECKING:
    from minutesnlp.summarising.drafts import verify as verify
    from minutesnlp.summarising.summaries import summarise as summarise

__all__ = ["summarise", "verify"]

__getattr__ = handing_out(
    __name__,
    {
        "summarise": "summaries",
        "verify": "drafts",
    },
)
