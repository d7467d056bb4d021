"""Plots of what was found: each takes an Axes, draws on it, and returns it.

Each has a title, says what its axes measure, and under them from how many records of which minutes it was drawn.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minutesnlp.counting import plural
from minutesnlp.display import canvas
from minutesnlp.display.canvas import MARKERS, PALETTE, WARNING, finish, whole_numbers
from minutesnlp.display.minutes import day
from minutesnlp.display.periods import name_of, period_of, span_of
from minutesnlp.records import Corpus, Decisions, Entities, Figure, Figures, Hit, Hits, Item, Record, Undertakings
from minutesnlp.records.found import Found
from minutesnlp.records.intervals import interval_of
from minutesnlp.records.people import People

MOST_SHADES = len(PALETTE) - 1  # the last colour is for all others
REST = "other bodies"
MOST_NAMED = 24  # labels along an axis
MOST_NUMBERS = 400  # cells with their number written in


@dataclass(frozen=True, slots=True)
class Origin:
    """The meeting a record comes from, as far as it is known."""

    meeting: str | None
    council: str | None
    body: str | None
    date: datetime.date | None


def mentions(
    found: Hits | Mapping[str, Hits],
    *,
    by: str = "quarter",
    within: Corpus | None = None,
    ax: canvas.Axes | None = None,
) -> canvas.Axes:
    """Draw how many paragraphs mention a topic over time, stacked by body; several topics as a line each.

    Parameters
    ----------
    found
        The hits of one search, or of several by the name of their topic; ask for all of them with `k=None`.
    by
        `year`, `municipal year` (from May), `quarter` or `month`.
    within
        The corpus that was searched: periods in which it has no meeting are shaded, so that silence is told from
        absence.
    """
    ax = canvas.axes(ax)
    topics = {found.query or "hits": found} if isinstance(found, Hits) else dict(found)
    origins = {topic: [_origin(hit) for hit in hits] for topic, hits in topics.items()}
    everything = [origin for some in origins.values() for origin in some]
    title = "Mentions of " + ", ".join(topics)
    days = [origin.date for origin in everything if origin.date]
    held = [meeting.date for meeting in within or () if meeting.date]
    periods = span_of([*days, *held], by)
    if not days:
        return canvas.nothing(ax, title, "no dated mention")
    place_of = {period: place for place, period in enumerate(periods)}
    if isinstance(found, Hits):
        _stack(ax, _by_body(origins[next(iter(origins))], by), place_of)
    else:
        for number, (topic, some) in enumerate(origins.items()):
            counts = Counter(period_of(origin.date, by) for origin in some if origin.date)
            style: dict[str, Any] = {"color": PALETTE[number % len(PALETTE)], "marker": MARKERS[number % len(MARKERS)]}
            ax.plot(range(len(periods)), [counts[period] for period in periods], label=topic, markersize=5, **style)
        ax.set_ylim(bottom=0)
        ax.legend(fontsize=8, frameon=False)
    silent = set(periods) - {period_of(date, by) for date in held} if within is not None else set()
    for period in silent:
        ax.axvspan(place_of[period] - 0.5, place_of[period] + 0.5, color="#00000012", linewidth=0)
    _name_periods(ax, periods, by)
    source = _source(everything, "paragraph")
    if any(hits.total > len(hits) for hits in topics.values()):
        source += "; not all that were found (k=None gives all)"
    if silent:
        source += "; shaded: no meeting"
    return finish(ax, title=title, x=by, y="paragraphs", source=source)


def figures(found: Figures | Entities, *, title: str | None = None, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw figures of one measure through time; values that differ on one day are marked.

    A figure stands on the last day of the period its sentence gives for it, where it gives one (`archive.figures(…)`
    tells), else on the day of the meeting. A range is drawn from its lowest to its highest value.

    Raises
    ------
    ValueError
        When the figures are of several units; keep to one first: `figures.series("households")`.
    """
    ax = canvas.axes(ax)
    told = [one for one in found if isinstance(one, Figure) or one.label == "FIGURE"]
    units = {one.unit for one in told}
    if len(units) > 1:
        raise ValueError(f"figures of several units cannot share an axis: {', '.join(sorted(map(str, units)))}")
    measures = Counter(one.measure for one in told if isinstance(one, Figure))
    title = title or (measures.most_common(1)[0][0].capitalize() if measures else "Figures")
    ends: defaultdict[datetime.date, set[tuple[float, float]]] = defaultdict(set)
    origins = []
    for one in told:
        origin, span = _origin_of(found, one), _span(one.value)
        if span is None:
            continue
        origins.append(origin)
        period = interval_of(one.period) if isinstance(one, Figure) and one.period else None
        date = period[1] if period else origin.date
        if date:
            ends[date].add(span)
    if not ends:
        return canvas.nothing(ax, title, "no dated figure")
    differ = {date for date in ends if len(ends[date]) > 1}
    line: list[Any] = sorted(ends.keys() - differ)
    ax.plot(line, [sum(*ends[date]) / 2 for date in line], color=PALETTE[0], linewidth=0.8, alpha=0.5)
    _points(ax, {date: ends[date] for date in line}, PALETTE[0], "o", "one value")
    _points(ax, {date: ends[date] for date in sorted(differ)}, WARNING, "X", "values that differ on one day")
    ax.legend(fontsize=8, frameon=False)
    ax.yaxis.set_major_formatter("{x:,.10g}")
    unit = next(iter(units)) or "number"
    x = "date told of, else of the meeting" if measures else "date of the meeting"
    return finish(ax, title=title, x=x, y=unit, source=_source(origins, "figure"))


def who_and_what(
    topics: Mapping[str, Hits], people: People, *, top: int = 15, ax: canvas.Axes | None = None
) -> canvas.Axes:
    """Draw who is named in the paragraphs on each topic: people by topics, with how many paragraphs.

    Parameters
    ----------
    topics
        The hits of a search by the name of its topic.
    people
        Members and officers, as `archive.people()` gives them: private people are in no list. They count as named where
        their name stands, or a post they hold.
    top
        How many are drawn: those named most.
    """
    ax = canvas.axes(ax, width=7, height=0.32 * top + 1.6)
    title = "Who is named where a topic is raised"
    found = {topic: {hit.paragraph.id for hit in hits} for topic, hits in topics.items()}
    counts = {
        person: [len({mention.paragraph_id for mention in person.mentions} & ids) for ids in found.values()]
        for person in people
    }
    rows = sorted(counts, key=lambda person: (-sum(counts[person]), person.name))[:top]
    rows = [person for person in rows if any(counts[person])]
    if not rows:
        return canvas.nothing(ax, title, "nobody is named")
    _grid(ax, [counts[person] for person in rows], [str(person) for person in rows], list(topics))
    everything = [hit for some in topics.values() for hit in some]
    return finish(ax, title=title, x="topic", y="", source=_source(map(_origin, everything), "paragraph"), grid=None)


def decisions(found: Decisions, *, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw how many decisions have each outcome; routine ones (minutes approved as correct) are set apart."""
    ax = canvas.axes(ax)
    counts = Counter(one.outcome for one in found)
    routine = Counter(one.outcome for one in found if one.routine)
    names = sorted(counts, key=lambda outcome: (counts[outcome], outcome))
    if not names:
        return canvas.nothing(ax, "Decisions by outcome", "no decision")
    substance = [counts[name] - routine[name] for name in names]
    ax.barh(names, substance, color=PALETTE[0], label="of substance")
    if routine:
        ax.barh(names, [routine[name] for name in names], left=substance, color=PALETTE[4], hatch="//", label="routine")
        ax.legend(fontsize=8, frameon=False, loc="lower right")
    for place, name in enumerate(names):
        ax.text(counts[name], place, f" {counts[name]:,}", va="center", fontsize=8)
    whole_numbers(ax.xaxis)
    origins = [_origin_of(found, one) for one in found]
    return finish(ax, title="Decisions by outcome", x="decisions", y="", source=_source(origins, "decision"), grid="x")


def undertakings(found: Undertakings, *, by: str = "quarter", ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw how many undertakings were given in each period, by where they stand.

    Those of an archive (`archive.undertakings()`) are `answered` where a later paragraph may answer them, else
    `overdue`, `unfollowed`, `due` or `undated`; those found in minutes alone are `carried` into the decision,
    `dropped`, or `open`.
    """
    ax = canvas.axes(ax)
    origins = [(one.standing or one.status, _origin_of(found, one)) for one in found]
    days = [(status, origin.date) for status, origin in origins if origin.date]
    title = "Undertakings by where they stand"
    periods = span_of([date for _, date in days], by)
    if not periods:
        return canvas.nothing(ax, title, "no dated undertaking")
    counts: defaultdict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for status, date in days:
        counts[status][period_of(date, by)] += 1
    _stack(ax, dict(sorted(counts.items())), {period: place for place, period in enumerate(periods)})
    _name_periods(ax, periods, by)
    source = _source([origin for _, origin in origins], "undertaking")
    return finish(ax, title=title, x=f"{by} in which they were given", y="undertakings", source=source)


def lengths(items: Iterable[Item], *, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw the length of items in words, a box a body: the middle half, its median, and each item as a point."""
    ax = canvas.axes(ax)
    words: defaultdict[str, list[int]] = defaultdict(list)
    origins = []
    for item in items:
        count = len(item.text.split())
        if count:
            words[item.body or "no body told"].append(count)
            origins.append(Origin(item.meeting_id, item.council, item.body, item.date))
    if not words:
        return canvas.nothing(ax, "Length of items", "no item with text")
    names = sorted(words, key=lambda body: sorted(words[body])[len(words[body]) // 2])
    places = list(range(len(names)))
    boxes = ax.boxplot([words[name] for name in names], positions=places, orientation="horizontal", showfliers=False)
    for median in boxes["medians"]:
        median.set(color=PALETTE[5], linewidth=2)
    for place, name in enumerate(names):
        spread = [place + ((n * 7) % 11 - 5) / 40 for n in range(len(words[name]))]
        ax.scatter(words[name], spread, s=9, alpha=0.45, color=PALETTE[0], linewidths=0)
    ax.set_yticks(places, [f"{name} ({len(words[name]):,})" for name in names])
    ax.set_xlim(left=0)
    return finish(ax, title="Length of items by body", x="words", y="", source=_source(origins, "item"), grid="x")


def similarity(items: Sequence[Item], *, ax: canvas.Axes | None = None) -> canvas.Axes:
    """Draw how alike items are: the cosine of their TF-IDF vectors (`MinutesVectorizer`), 0 to 1, item by item."""
    from minutesnlp.learning import MinutesVectorizer

    ax = canvas.axes(ax, width=6.5, height=5.6)
    told = [item for item in items if item.text]
    title = "Likeness of items"
    if len(told) < 2:
        return canvas.nothing(ax, title, "fewer than two items with text")
    matrix = MinutesVectorizer().fit_transform(told)
    cells: list[list[float | None]] = (matrix @ matrix.T).toarray().tolist()
    for place in range(len(told)):
        cells[place][place] = None  # every item is wholly like itself
    names = [f"{item.number or item.title} {item.date or ''}".strip() for item in told]
    _grid(ax, cells, names, names)
    origins = [Origin(item.meeting_id, item.council, item.body, item.date) for item in told]
    source = _source(origins, "item") + "; cosine of TF-IDF vectors"
    return finish(ax, title=title, x="", y="", source=source, grid=None)


def _span(value: str | None) -> tuple[float, float] | None:
    """Return the lowest and the highest number a value stands for, None where it is none."""
    try:
        parts = [float(part) for part in (value or "").split("/")]
    except ValueError:
        return None
    return min(parts), max(parts)


def _points(
    ax: canvas.Axes, ends: Mapping[datetime.date, set[tuple[float, float]]], colour: str, marker: str, name: str
) -> None:
    """Draw each value of each day, ranges with their reach, and join those of one day by a dotted line."""
    spans = [(date, *span) for date, some in ends.items() for span in sorted(some)]
    if spans:
        days: list[Any] = [date for date, _, _ in spans]
        middles = [(low + high) / 2 for _, low, high in spans]
        reach = [(high - low) / 2 for _, low, high in spans]
        ax.errorbar(days, middles, yerr=reach, label=name, color=colour, fmt=marker, markersize=7, capsize=3)
    for date, some in ends.items():
        if len(some) > 1:
            both: list[Any] = [date, date]
            lows, highs = zip(*some, strict=True)
            ax.plot(both, [min(lows), max(highs)], color=colour, linewidth=0.9, linestyle=":")


def _grid(
    ax: canvas.Axes, cells: Sequence[Sequence[float | None]], rows: Sequence[str], columns: Sequence[str]
) -> None:
    """Draw numbers as shades, each written in its cell where there is room; None is left blank."""
    top = max((value for line in cells for value in line if value is not None), default=1) or 1
    shades = [[float("nan") if value is None else value for value in line] for line in cells]
    ax.imshow(shades, cmap=canvas.SCALE, vmin=0, vmax=top, aspect="auto")
    slant: dict[str, Any] = {"rotation": 30, "ha": "right"} if max(map(len, columns)) > 6 else {}
    ax.set_xticks(range(len(columns)), columns, **slant)
    ax.set_yticks(range(len(rows)), rows)
    if len(rows) * len(columns) > MOST_NUMBERS:
        return
    for line, values in enumerate(cells):
        for place, value in enumerate(values):
            if value:
                told = f"{value:,}" if isinstance(value, int) else f"{value:.2f}".lstrip("0")
                colour = "white" if value > 0.62 * top else "black"  # on the dark part of the scale
                ax.text(place, line, told, ha="center", va="center", fontsize=7, color=colour)


def _by_body(origins: Iterable[Origin], by: str) -> dict[str, Counter[tuple[int, int]]]:
    dated = [(origin.body or "no body told", period_of(origin.date, by)) for origin in origins if origin.date]
    most = [body for body, _ in Counter(body for body, _ in dated).most_common()]
    kept = most if len(most) <= MOST_SHADES else most[:MOST_SHADES]
    counts: dict[str, Counter[tuple[int, int]]] = {body: Counter() for body in kept}
    for body, period in dated:
        counts.setdefault(body if body in kept else REST, Counter())[period] += 1
    return counts


def _stack(
    ax: canvas.Axes, counts: Mapping[str, Counter[tuple[int, int]]], place_of: Mapping[tuple[int, int], int]
) -> None:
    bottom = [0] * len(place_of)
    for number, (name, some) in enumerate(counts.items()):
        heights = [some[period] for period in place_of]
        colour = PALETTE[-1] if name == REST else PALETTE[number % MOST_SHADES]
        ax.bar(
            list(place_of.values()), heights, bottom=bottom, label=name, color=colour, edgecolor="white", linewidth=0.5
        )
        bottom = [low + height for low, height in zip(bottom, heights, strict=True)]
    ax.set_ylim(0, 1.08 * max(bottom))
    ax.legend(fontsize=8, frameon=False)
    whole_numbers(ax.yaxis)


def _name_periods(ax: canvas.Axes, periods: Sequence[tuple[int, int]], by: str) -> None:
    step = -(-len(periods) // MOST_NAMED)
    places = range(0, len(periods), step)
    slant: dict[str, Any] = {"rotation": 45, "ha": "right"} if len(periods) > 8 else {}
    ax.set_xticks(list(places), [name_of(periods[place], by) for place in places], **slant)
    whole_numbers(ax.yaxis)


def _origin(hit: Hit) -> Origin:
    return Origin(hit.meeting.id, hit.meeting.council, hit.meeting.body, hit.meeting.date)


def _origin_of(found: Found[Any], one: Record) -> Origin:
    place = found.place(one)
    if place and place.meeting:
        return Origin(place.meeting.id, place.meeting.council, place.meeting.body, place.meeting.date)
    if place and place.item:
        return Origin(place.item.meeting_id, place.item.council, place.item.body, place.item.date)
    return Origin(None, None, None, getattr(one, "date", None))


def _source(origins: Iterable[Origin], what: str) -> str:
    """Return from how many records of which minutes a plot was drawn, in a line."""
    all_ = list(origins)
    meetings = {origin.meeting for origin in all_ if origin.meeting}
    councils = sorted({origin.council for origin in all_ if origin.council})
    days = sorted(origin.date for origin in all_ if origin.date)
    told = [plural(len(all_), what)]
    told += [f"of {plural(len(meetings), 'meeting')}"] if meetings else []
    line = "Source: " + " ".join(told)
    line += f", {', '.join(councils)}" if councils else ""
    line += f", {day(days[0])} to {day(days[-1])}" if days else ""
    undated = sum(origin.date is None for origin in all_)
    return line + (f"; {undated:,} undated left out" if undated else "")
