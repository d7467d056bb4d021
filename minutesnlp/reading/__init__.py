"""Files of minutes to meetings: text, markdown and what other readers of formats add; the example corpus."""

from minutesnlp.reading.corpora import example_corpus, read, read_text

__all__ = ["example_corpus", "read", "read_text"]
