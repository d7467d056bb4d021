"""Parts of a record that are read when somebody looks at them: a hit tells its meeting without all of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Later(Sequence[T]):
    """A tuple that is read when it is first looked into; it is equal to that tuple, and hashed and shown as it is.

    Where its `length` is known before, asking for that reads nothing.

    >>> parts = Later(lambda: ("a", "b"))
    >>> parts == ("a", "b"), ("a", "b") == parts, parts[1:], len(parts)
    (True, True, ('b',), 2)
    """

    __slots__ = ("_length", "_parts", "_read")

    def __init__(self, read: Callable[[], tuple[T, ...]], length: int | None = None) -> None:
        self._read = read
        self._length = length
        self._parts: tuple[T, ...] | None = None

    @property
    def parts(self) -> tuple[T, ...]:
        """The tuple."""
        if self._parts is None:
            self._parts = self._read()
        return self._parts

    def __len__(self) -> int:
        return len(self.parts) if self._length is None else self._length

    def __iter__(self) -> Iterator[T]:
        return iter(self.parts)

    def __getitem__(self, place: Any) -> Any:
        return self.parts[place]

    def __eq__(self, other: object) -> bool:
        return self.parts == (other.parts if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self.parts)

    def __add__(self, other: tuple[T, ...]) -> tuple[T, ...]:
        return self.parts + tuple(other)

    def __radd__(self, other: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(other) + self.parts

    def __repr__(self) -> str:
        return repr(self.parts)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.parts,)
