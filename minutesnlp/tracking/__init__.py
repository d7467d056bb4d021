"""What minutes settle, promise and ask."""

from minutesnlp.tracking.decisions import find_decisions
from minutesnlp.tracking.questions import find_questions
from minutesnlp.tracking.undertakings import find_undertakings

__all__ = ["find_decisions", "find_questions", "find_undertakings"]
