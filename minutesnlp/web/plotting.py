"""Figures through time as a drawing: SVG without a style or script of its own, beside the table that says the same."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Collection, Sequence

from markupsafe import Markup

import minutesnlp as mn

WIDTH, HEIGHT = 760, 320
LEFT, RIGHT, TOP, BOTTOM = 90, 30, 20, 44

# “2021”, “2021-09”, “2021-09-30”: the beginning of a period
BEGINNING = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


def plot(figures: Sequence[mn.Figure], doubtful: Collection[str], *, title: str) -> Markup | None:
    """Return a drawing of figures by the time they are of (else of the meeting); None for fewer than two.

    Each point tells its quote when it is pointed at; those in a paragraph that is in doubt are drawn as diamonds.
    """
    points = [
        (when, float(figure.amount), figure)
        for figure in figures
        if figure.amount is not None and (when := day_of(figure)) is not None
    ]
    if len(points) < 2:
        return None
    points.sort(key=lambda point: point[:2])
    first, last = points[0][0].toordinal(), points[-1][0].toordinal()
    ticks = steps(min(0.0, *(amount for _, amount, _ in points)), max(amount for _, amount, _ in points))
    low, high = ticks[0], ticks[-1]

    def across(day: datetime.date) -> float:
        share = (day.toordinal() - first) / (last - first) if last > first else 0.5
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def up(amount: float) -> float:
        return HEIGHT - BOTTOM - (amount - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, HEIGHT, title)]
    for tick in ticks:
        line = '<line class="plot__grid" x1="{}" x2="{}" y1="{y:.1f}" y2="{y:.1f}"/>'
        words = '<text class="plot__text" x="{}" y="{:.1f}" text-anchor="end">{}</text>'
        parts.append(Markup(line).format(LEFT, WIDTH - RIGHT, y=up(tick)))
        parts.append(Markup(words).format(LEFT - 10, up(tick) + 5, short(tick)))
    for year in years(points[0][0], points[-1][0]):
        place = across(max(datetime.date(year, 1, 1), points[0][0]))
        words = '<text class="plot__text" x="{:.1f}" y="{}" text-anchor="middle">{}</text>'
        line = '<line class="plot__axis" x1="{x:.1f}" x2="{x:.1f}" y1="{}" y2="{}"/>'
        parts.append(Markup(line).format(HEIGHT - BOTTOM, HEIGHT - BOTTOM + 6, x=place))
        parts.append(Markup(words).format(place, HEIGHT - BOTTOM + 24, year))
    base = '<line class="plot__axis" x1="{}" x2="{}" y1="{y:.1f}" y2="{y:.1f}"/>'
    parts.append(Markup(base).format(LEFT, WIDTH - RIGHT, y=up(max(low, 0.0))))
    for when, amount, figure in points:
        parts.append(point(across(when), up(amount), figure, doubted=figure.paragraph_id in doubtful))
    return Markup("").join([*parts, Markup("</svg>")])


def point(x: float, y: float, figure: mn.Figure, *, doubted: bool) -> Markup:
    """Return the mark of one figure, with its words to be read on pointing at it."""
    if doubted:
        shape = Markup('<path class="plot__point plot__point--doubt" d="M{:.1f} {:.1f}l7 7-7 7-7-7z">').format(x, y - 7)
        end = Markup("</path>")
    else:
        shape = Markup('<circle class="plot__point" cx="{:.1f}" cy="{:.1f}" r="5">').format(x, y)
        end = Markup("</circle>")
    return shape + Markup("<title>{}: {}</title>").format(figure.text, figure.quote) + end


def day_of(figure: mn.Figure) -> datetime.date | None:
    """Return the day a figure is drawn at: the beginning of the period it is of, else the day of its meeting."""
    match = BEGINNING.match(figure.period or "")
    if match is None:
        return figure.date
    try:
        return datetime.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return figure.date


def steps(low: float, high: float) -> list[float]:
    """Return round numbers from below the lowest to above the highest, about five steps apart.

    >>> steps(0, 48_500)
    [0.0, 10000.0, 20000.0, 30000.0, 40000.0, 50000.0]
    >>> steps(0, 0)
    [0.0, 1.0]
    """
    if high <= low:
        return [low, low + 1.0]
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [number * step for number in range(first, last + 1)]


def short(amount: float) -> str:
    """Return a number as it is written at an axis.

    >>> short(56_000_000), short(2_500.0), short(0.25), short(0)
    ('56m', '2,500', '0.25', '0')
    """
    if abs(amount) >= 1_000_000:
        return f"{amount / 1_000_000:,.4g}m"
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.4g}"


def years(first: datetime.date, last: datetime.date) -> list[int]:
    """Return the years to be written below a drawing: at most eight of them."""
    every = max(1, math.ceil((last.year - first.year + 1) / 8))
    return list(range(first.year, last.year + 1, every))
