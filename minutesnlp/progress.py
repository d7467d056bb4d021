"""How far a long operation is: a bar with an estimate of the time left, in a notebook and on a terminal.

The door to tqdm. Nothing is shown unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any, TypeVar

# Called after each step with how many are done, how many there are, and the name of the one just done.
Progress = Callable[[int, int, str], None]

T = TypeVar("T")


class Bar:
    """A bar that is drawn when the first step is done, and taken away after the last."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._drawn: Any = None

    def __call__(self, done: int, steps: int, name: str) -> None:
        """Show that so many steps of so many are done."""
        if self._drawn is None:
            self._drawn = _tqdm()(total=steps, desc=self._what, leave=False)
        self._drawn.set_postfix_str(name[-40:], refresh=False)
        self._drawn.update(done - self._drawn.n)
        if done == steps:
            self._drawn.close()


def _tqdm() -> Any:
    """Return the bar of a notebook where it can be drawn, else the one made of text: without ipywidgets tqdm warns."""
    if find_spec("ipywidgets"):
        from tqdm.auto import tqdm
    else:
        from tqdm import tqdm
    return tqdm


def teller(progress: Progress | bool | None, what: str) -> Progress | None:
    """Return what is to be called after each step: a bar for True, what was given, or nothing."""
    if progress is True:
        return Bar(what)
    return progress or None


class Steps:
    """Steps of several kinds, each told by name when it is done."""

    def __init__(self, count: int, progress: Progress | bool | None, what: str) -> None:
        self._count, self._done, self._tell = count, 0, teller(progress, what)

    def done(self, name: str) -> None:
        """Tell that the next step is done."""
        self._done += 1
        if self._tell is not None:
            self._tell(self._done, self._count, name)


def told(things: Sequence[T], progress: Progress | bool | None, what: str, name: Callable[[T], str]) -> Iterator[T]:
    """Yield things one by one, and tell of each when it is done."""
    steps = Steps(len(things), progress, what)
    for thing in things:
        yield thing
        steps.done(name(thing))
