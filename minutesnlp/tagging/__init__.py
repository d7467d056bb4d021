"""People, roles, dates and figures in minutes, with their places and normal values."""

from typing import TYPE_CHECKING

from minutesnlp.doors import handing_out

if TYPE_CHECKING:
    from minutesnlp.tagging.tagger import tag as tag

__all__ = ["tag"]

__getattr__ = handing_out(__name__, {"tag": "tagger"})
