"""What minutes settle, promise and ask."""

from typing import TYPE_CHECKING

from minutesnlp.doors import handing_out

if TYPE_CHECKING:
    from minutesnlp.tracking.decisions.finding import find_decisions as find_decisions
    from minutesnlp.tracking.questions.finding import find_questions as find_questions
    from minutesnlp.tracking.undertakings.finding import find_undertakings as find_undertakings
    from minutesnlp.tracking.undertakings.reporting import find_reports as find_reports

__all__ = ["find_decisions", "find_questions", "find_reports", "find_undertakings"]

__getattr__ = handing_out(
    __name__,
    {
        "find_decisions": "decisions.finding",
        "find_questions": "questions.finding",
        "find_reports": "undertakings.reporting",
        "find_undertakings": "undertakings.finding",
    },
)
