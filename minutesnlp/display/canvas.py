"""What all plots share: the axes they are drawn on, their colours, and the line that says what they were drawn from.

The door to matplotlib.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Literal

from minutesnlp.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.axes import Axes as Axes

# M. Okabe and K. Ito, Color universal design, 2008: told apart by the colour-blind; the pale yellow is left out.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#666666")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
WARNING = "#D55E00"
SCALE = "Blues"  # one hue, from light to dark, for the colour-blind too


def axes(ax: Axes | None, *, width: float = 8, height: float = 4.2) -> Axes:
    """Return the axes given, or new ones of a figure that many inches wide and high.

    Raises
    ------
    MissingExtraError
        When matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise MissingExtraError("matplotlib", "notebook", "A plot") from error
    _, made = pyplot.subplots(figsize=(width, height), layout="constrained")
    return made


def finish(ax: Axes, *, title: str, x: str, y: str, source: str, grid: Literal["x", "y"] | None = "y") -> Axes:
    """Set a title, what the axes measure, and under them what the plot was drawn from."""
    ax.set_title(title, loc="left", fontsize=11)
    ax.set_xlabel(
        "\n".join(filter(None, (x, *textwrap.wrap(source, 100, break_on_hyphens=False)))), fontsize=8, color="#555555"
    )
    ax.set_ylabel(y, fontsize=9)
    ax.tick_params(labelsize=8)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    if grid is not None:
        ax.grid(axis=grid, color="#dddddd", linewidth=0.7)
        ax.set_axisbelow(True)
    return ax


def whole_numbers(axis: Any) -> None:
    """Let an axis of counts have no halves."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True, nbins="auto"))


def nothing(ax: Axes, title: str, why: str) -> Axes:
    """Say in an empty plot that there is nothing to draw, and why."""
    ax.text(0.5, 0.5, why, ha="center", va="center", transform=ax.transAxes, color="#555555")
    ax.set_xticks([])
    ax.set_yticks([])
    return finish(ax, title=title, x="", y="", source="", grid=None)
