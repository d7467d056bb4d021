"""What minutes settle, promise and ask."""

from minutesnlp.tracking.decisions.finding import find_decisions
from minutesnlp.tracking.questions.finding import find_questions
from minutesnlp.tracking.undertakings.finding import find_undertakings

__all__ = ["find_decisions", "find_questions", "find_undertakings"]
