"""People, roles, dates and figures in minutes, with their places and normal values."""

from minutesnlp.tagging.tagger import tag

__all__ = ["tag"]
