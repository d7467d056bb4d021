"""For scikit-learn: paragraphs as a matrix of terms, so that they can be clustered and classified.

The door to scikit-learn for those who bring their own pipeline. Loading it costs a second, so the face loads this
module when `MinutesVectorizer` is first named.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Self

from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.utils.validation import check_is_fitted

from minutesnlp.records import Hit, Item, Paragraph
from minutesnlp.text.analysis import Analyser

Document = str | Paragraph | Item | Hit


class MinutesVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Turn paragraphs, items, hits or strings into TF-IDF vectors of the terms that the search uses.

    An estimator of scikit-learn: it can be cloned, pickled, searched over and put into a `Pipeline`. Terms are those of
    the library's own analysis (stems, `£56m` and `£56 million` one term), weights those of scikit-learn's
    `TfidfVectorizer`.

    Parameters
    ----------
    stemming
        Whether words of one stem are one term.
    ngram_range
        The shortest and the longest run of terms that is a feature; longer ones are joined by spaces.
    min_df, max_df
        In how many documents (a whole number) or what share of them (a fraction) a term stands at least, and at most.
    max_features
        How many of the most frequent terms are kept; None keeps all.
    norm, use_idf, sublinear_tf
        As `TfidfVectorizer` has them.

    Attributes
    ----------
    vocabulary_
        The column of each term.
    idf_
        The inverse document frequency of each term, float64 (number of terms,).

    Examples
    --------
    >>> vectorizer = MinutesVectorizer().fit(["The fees were raised.", "Fees rose."])
    >>> list(vectorizer.get_feature_names_out())
    ['fee', 'rais', 'rose']
    """

    def __init__(
        self,
        *,
        stemming: bool = True,
        ngram_range: tuple[int, int] = (1, 1),
        min_df: float = 1,
        max_df: float = 1.0,
        max_features: int | None = None,
        norm: str | None = "l2",
        use_idf: bool = True,
        sublinear_tf: bool = False,
    ) -> None:
        self.stemming = stemming
        self.ngram_range = ngram_range
        self.min_df = min_df
        self.max_df = max_df
        self.max_features = max_features
        self.norm = norm
        self.use_idf = use_idf
        self.sublinear_tf = sublinear_tf

    def fit(self, documents: Iterable[Document], y: Any = None) -> Self:
        """Learn the terms of some documents and how many hold each.

        Raises
        ------
        ValueError
            For one string instead of several documents, and where no term is left.
        TypeError
            For a document that is no string, paragraph, item or hit.
        """
        self.fit_transform(documents, y)
        return self

    def fit_transform(self, documents: Iterable[Document], y: Any = None) -> Any:  # noqa: ARG002 (a pipeline gives it)
        """Learn the terms of some documents and return them as a sparse matrix (documents, terms), float64."""
        first, last = self.ngram_range
        if not 1 <= first <= last:
            raise ValueError(f"ngram_range is {self.ngram_range}; it must be (n, m) with 1 <= n <= m")
        self._tfidf = TfidfVectorizer(
            analyzer=partial(_features, Analyser(stemming=self.stemming), first, last),
            min_df=self.min_df,
            max_df=self.max_df,
            max_features=self.max_features,
            norm=self.norm,
            use_idf=self.use_idf,
            sublinear_tf=self.sublinear_tf,
        )
        matrix = self._tfidf.fit_transform(_texts(documents))
        self.vocabulary_ = self._tfidf.vocabulary_
        if self.use_idf:
            self.idf_ = self._tfidf.idf_
        return matrix

    def transform(self, documents: Iterable[Document]) -> Any:
        """Return documents as a sparse matrix (documents, terms), float64; terms not learnt are left out."""
        check_is_fitted(self)
        return self._tfidf.transform(_texts(documents))

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """Return the terms, one a column: an array of strings."""
        check_is_fitted(self)
        return self._tfidf.get_feature_names_out(input_features)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags


def _texts(documents: Iterable[Document]) -> list[str]:
    if isinstance(documents, str):
        raise ValueError("documents is one string; give several documents: [text]")
    return [_text(document) for document in documents]


def _text(document: Document) -> str:
    if isinstance(document, str):
        return document
    if isinstance(document, (Paragraph, Item)):
        return document.text
    if isinstance(document, Hit):
        return document.paragraph.text
    raise TypeError(f"a document is a str, Paragraph, Item or Hit, not a {type(document).__name__}")


def _features(analyser: Analyser, first: int, last: int, text: str) -> list[str]:
    terms = analyser.terms(text)
    runs = range(first, min(last, len(terms)) + 1)
    return [" ".join(terms[place : place + n]) for n in runs for place in range(len(terms) - n + 1)]
