"""The command line: every command is one call of the library, shown as text, JSON or CSV.

Exit codes: 0 found, 1 nothing found, 2 an error, told in one line on stderr.
"""

from minutesnlp.cli import desk, finding, keeping, searching, tracking
from minutesnlp.cli.showing import main

__all__ = ["desk", "finding", "keeping", "main", "searching", "tracking"]
