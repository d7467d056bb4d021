"""A search engine over terms and numbers: BM25 and TF-IDF, by a compiled kernel or by numpy. Usable alone."""

from minutesnlp.indexing.compiled import kernel
from minutesnlp.indexing.index import Index

__all__ = ["Index", "kernel"]
