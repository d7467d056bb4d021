"""Files of minutes to meetings; the example corpus.

```
bytes ──plain, web, office, pdf──> Document(blocks, facts) ──meeting──> Meeting
```

`corpora` walks files (`files`, `zipped`), finds each one's reader by its content (`dispatch`) and reads many in
processes of their own (`workers`). A reader of a format says what it sees, in the form that `blocks` tells; what that
means is decided once, in `meeting`. `page` holds what both know: how labels, titles, days and lists are printed.
"""

from typing import TYPE_CHECKING

from minutesnlp.doors import handing_out

if TYPE_CHECKING:
    from minutesnlp.reading.corpora import example_corpus as example_corpus
    from minutesnlp.reading.corpora import read as read
    from minutesnlp.reading.corpora import read_text as read_text
    from minutesnlp.reading.texts import text_of as text_of

__all__ = ["example_corpus", "read", "read_text", "text_of"]

__getattr__ = handing_out(
    __name__,
    {
        "example_corpus": "corpora",
        "read": "corpora",
        "read_text": "corpora",
        "text_of": "texts",
    },
)
