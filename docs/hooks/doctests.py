"""Show examples in docstrings as code, also where no heading “Examples” stands above them."""

import re
from typing import Any

import griffe

# Lines from “>>> ” up to the next empty one; not in the section “Examples”, which is shown as code anyway
EXAMPLE = re.compile(r"^( *)>>> .*(?:\n\1?\S.*)*", re.MULTILINE)
DIRECTIVE = re.compile(r" *# doctest:.*")


class Doctests(griffe.Extension):
    """Fence examples before a docstring is read."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Change the docstring of one object."""
        if obj.docstring and "\nExamples\n---" not in obj.docstring.value:
            fenced = EXAMPLE.sub(lambda match: f"```pycon\n{match[0]}\n```", obj.docstring.value)
            obj.docstring.value = DIRECTIVE.sub("", fenced)
