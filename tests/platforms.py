"""What cannot be tried on every system."""

import os

import pytest

# Windows lets nobody delete or overwrite a file that is open, as some tests do to what an archive or index reads.
unless_windows = pytest.mark.skipif(os.name == "nt", reason="what is open cannot be deleted or overwritten on Windows")
