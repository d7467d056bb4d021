"""A search engine of its own over terms and numbers: BM25 and TF-IDF by numpy postings. Usable alone."""

from minutesnlp.indexing.index import Index

__all__ = ["Index"]
