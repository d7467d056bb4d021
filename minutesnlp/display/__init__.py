"""What is shown: displays of notebooks, plots, and the evidence pack."""

from minutesnlp.display import plots
from minutesnlp.display.showing import as_html

__all__ = ["as_html", "plots"]
