"""Likeness in meaning by a small embedding model from a local folder: the `semantic` extra, and the door to model2vec.

Static models (one vector a token; Tulkens and van Dongen 2024, Model2Vec) embed a paragraph in well under a
millisecond, so those that are to be ranked are embedded when they are: nothing is stored, and nothing grows stale.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from minutesnlp.errors import MissingExtraError
from minutesnlp.indexing.weighting import Floats

FILES = ("config.json", "model.safetensors", "tokenizer.json")


def checked(path: str | Path) -> Path:
    """Return the folder of a model.

    Raises
    ------
    ValueError
        Where no model lies: nothing is ever fetched.
    MissingExtraError
        Where the library is not installed that reads it.
    """
    folder = Path(path)
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise ValueError(
            f"{folder} holds no embedding model: {', '.join(lacking)} is not there. Nothing is downloaded."
        )
    _model(folder)
    return folder


def alike(folder: Path, query: str, texts: Sequence[str]) -> Floats:
    """Return how like some texts are to a query: the cosine of their vectors (C,), none below 0."""
    vectors = np.asarray(_model(folder).encode([query, *texts]), np.float64)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = vectors / np.where(lengths > 0, lengths, 1.0)
    cosines: Floats = units[1:] @ units[0]
    return np.maximum(cosines, 0.0)


@lru_cache(maxsize=2)
def _model(folder: Path) -> Any:
    try:
        from model2vec import StaticModel
    except ImportError as error:
        raise MissingExtraError("model2vec", "semantic", "Ranking by an embedding model") from error
    return StaticModel.from_pretrained(folder)
