"""How what was found is shown: hits, entities, decisions, undertakings, questions, summaries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from minutesnlp.counting import plural
from minutesnlp.display.html import (
    Html,
    blocks,
    chip,
    cut,
    escaped,
    folded,
    joined,
    lines,
    listing,
    quiet,
    tagged,
)
from minutesnlp.display.marked import legend, marked, meaning
from minutesnlp.display.minutes import dated, day, facts
from minutesnlp.records import (
    VERDICTS,
    Check,
    Checks,
    Decision,
    Decisions,
    Digest,
    Entities,
    Entity,
    Figure,
    Figures,
    Hit,
    Hits,
    Position,
    Question,
    Questions,
    Record,
    Sentence,
    Summary,
    Undertaking,
    Undertakings,
)
from minutesnlp.records.intervals import interval_of
from minutesnlp.records.people import Act, People, Person
from minutesnlp.text.marking import shift


def hits(shown: Hits) -> Html:
    """Show how the query was read, and each hit with its words marked and its citation."""
    count, what = (shown.total, "found") if shown.total else (shown.partly, "with part of the query")
    told = f"{count:,} {what}" + (f", the first {len(shown):,} of them here" if count > len(shown) else "")
    told = told if shown.total else f"nothing found; {told}" if count else "nothing found"
    head = tagged("h4", joined(shown.query or "Hits", ": ", told))
    facets = (
        joined(tagged("b", name), ": ", "; ".join(f"{value} {count:,}" for value, count in counts.items()))
        for name, counts in shown.facets.items()
        if counts
    )
    return joined(
        head,
        quiet(shown.read_as),
        quiet("Near misses: ", "; ".join(shown.near)) if shown.near else "",
        folded("Where they stand", lines(facets)),
        folded("Other names searched for", lines(shown.expansions)),
        listing(("", "score", "date", "text"), map(_hit_row, shown), len(shown)) if shown else "",
    )


def hit(shown: Hit) -> Html:
    """Show the whole paragraph of a hit, its words marked, and why it was found."""
    title = shown.item and tagged("h4", str(shown.item))
    text = tagged("blockquote", _lead_in(shown), marked(shown.paragraph.text, spans=shown.spans))
    return joined(title, text, quiet(shown.citation), quiet(shown.explain()))


def _hit_row(one: Hit) -> tuple[Any, ...]:
    start, end = one.snippet_start, one.snippet_start + len(one.snippet)
    text = marked(one.snippet, spans=shift(one.spans, start, end))
    before = "… " if start > 0 else ""
    after = " …" if end < len(one.paragraph.text) else ""
    title = joined(tagged("b", str(one.item)), Html("<br>")) if one.item else ""
    return (
        one.rank,
        one.score,
        dated(one.meeting.date),
        joined(title, _lead_in(one), before, text, after, quiet(one.citation)),
    )


def _lead_in(one: Hit) -> Html | str:
    """Return the lead-in in which a phrase begins that goes on in a hit, on a line of its own."""
    return joined(marked(one.lead_in, spans=one.lead_in_spans), Html("<br>")) if one.lead_in else ""


def entities(shown: Entities) -> Html:
    """Show each paragraph with its entities coloured, and fold a table of them; without sources the table alone."""
    found: dict[str | None, list[Entity]] = defaultdict(list)
    for entity in shown:
        found[entity.paragraph_id].append(entity)
    there = [(shown.places[id_], some) for id_, some in found.items() if id_ in shown.places]
    parts = (
        tagged("div", tagged("p", marked(place.paragraph.text, entities=some)), quiet(place.paragraph.citation))
        for place, some in there
    )
    rows = ((e.label.lower(), e.text, meaning(e).partition(": ")[2], _cited(shown, e) or e.paragraph_id) for e in shown)
    listed = listing(("label", "text", "read as", "citation"), rows, len(shown)) if shown else ""
    head = joined(tagged("h4", plural(len(shown), "entity")), legend(shown))
    if not there:
        return joined(head, listed)
    # Text and table share the room of one display: the table is drawn in full only where there is little of either.
    told = "All in a table" if len(shown) <= 200 else ""
    return joined(
        head, blocks(parts, len(there), what="paragraphs"), folded(told, listed) if told else _frame(len(shown))
    )


def _frame(count: int) -> Html:
    return quiet(f"A table of all {count:,}: to_frame().")


def decisions(shown: Decisions) -> Html:
    """Show each decision with its outcome, clauses, mover, votes and citation."""

    def row(one: Decision) -> tuple[Any, ...]:
        apart = (quiet(str(c.votes)) if c.votes and c.votes != one.votes else None for c in one.clauses)
        clauses = lines(
            joined(_label(c.number), cut(c.text), votes) for c, votes in zip(one.clauses, apart, strict=True)
        )
        lead = cut(one.text) if not one.clauses else cut(one.text.partition(one.clauses[0].text)[0])
        by = "; ".join(filter(None, (one.mover and f"moved {one.mover}", one.seconder and f"seconded {one.seconder}")))
        small = quiet("; ".join(filter(None, (by, str(one.votes or ""), _cited(shown, one) or one.paragraph_id))))
        behind = lines(joined(quiet(term.kind), " ", cut(term.text)) for term in one.told_behind)
        return _date(shown, one), chip(one.outcome), joined(lead, clauses, behind, small)

    listed = listing(("date", "outcome", "text"), map(row, shown), len(shown)) if shown else ""
    return joined(tagged("h4", plural(len(shown), "decision")), listed)


def undertakings(shown: Undertakings) -> Html:
    """Show who promised what, by when, where it stands, and later paragraphs that may answer it."""

    def row(one: Undertaking) -> tuple[Any, ...]:
        answers = (joined(cut(c.text), quiet(f"{c.citation}: {c.why}")) for c in one.closings)
        answered = folded(f"may be answered: {len(one.closings):,}", lines(answers)) if one.closings else ""
        about = f"[{one.about}] " if one.about else ""
        text = joined(about, cut(one.text), quiet(one.citation or one.paragraph_id), answered)
        due = interval_of(one.due) if one.due else None
        chips = joined(*(joined(chip(word), " ") for word in (one.status, one.standing) if word))
        return dated(one.date), one.owner, text, day(due[1]) if due else one.due or one.due_text, chips

    columns = ("date", "owner", "undertaking", "due", "stands")
    listed = listing(columns, map(row, shown), len(shown), all_of="to_frame() or to_csv()") if shown else ""
    return joined(tagged("h4", plural(len(shown), "undertaking")), listed)


def figures(shown: Figures) -> Html:
    """Show what was told in figures, each in its sentence, and what of them does not agree."""

    def row(one: Figure) -> tuple[Any, ...]:
        place = one.quote.find(one.text)
        spans = [(place, place + len(one.text))] if place >= 0 else []
        value = " ".join(filter(None, (one.value, one.unit, one.per and f"per {one.per}", one.direction)))
        quote = joined(marked(one.quote, spans=spans), quiet(one.citation))
        return dated(one.date), one.measure, value, one.period, one.speaker, quote

    columns = ("date", "measure", "value", "period", "who said it", "quote")
    listed = listing(columns, map(row, shown), len(shown)) if shown else ""
    doubts = (joined(chip(d.kind), " ", d.why, quiet("; ".join(d.citations))) for d in shown.doubts)
    return joined(
        tagged("h4", plural(len(shown), "figure")),
        folded(f"To look at: {plural(len(shown.doubts), 'doubt')}", lines(doubts)) if shown.doubts else "",
        listed,
        *(quiet(note) for note in shown.notes),
    )


def position(shown: Position) -> Html:
    """Show where a topic stands: the newest decision, statement, figure and promise, each dated and quoted."""
    said = (
        joined(
            tagged(
                "p",
                chip(one.role),
                " ",
                day(one.date) or "undated",
                *(f", {of}" for of in (one.who, one.outcome) if of),
            ),
            tagged("blockquote", f"[{one.lead_in}] " if one.lead_in else "", cut(one.text), quiet(one.citation)),
        )
        for one in shown.said
    )
    return joined(tagged("h4", shown.topic), *said, lines(shown.notes))


def questions(shown: Questions) -> Html:
    """Show each question with its reply."""

    def row(one: Question) -> tuple[Any, ...]:
        reply = joined(tagged("b", one.answerer, ": "), cut(one.answer)) if one.answer and one.answerer else one.answer
        return dated(one.date), one.asker, joined(cut(one.text), quiet(one.citation)), chip(one.reply), reply

    listed = listing(("date", "asked by", "question", "", "reply"), map(row, shown), len(shown)) if shown else ""
    return joined(tagged("h4", plural(len(shown), "question")), listed)


def summary(shown: Summary) -> Html:
    """Show the sentences in the minutes' own words, each with its citation, what was decided, and what is missing."""
    body = map(_sentence, shown.sentences)
    outcomes = joined(*(joined(chip(one.outcome), " ") for one in shown.decisions))
    told = f"{len(shown.sentences):,} of {plural(shown.out_of, 'sentence')}, word for word" if shown.out_of else ""
    return joined(tagged("h4", shown.title, " ", outcomes), *body, quiet(told), lines(shown.notes))


def digest(shown: Digest) -> Html:
    """Show a meeting in short: its items' summaries, the decisions that stand in none of them, who promised what."""
    further = [joined(chip(one.outcome), " ", cut(one.words)) for one in shown.further]
    promised = [
        joined(
            tagged("b", one.owner or "No owner"),
            f", {one.due or one.due_text or 'no date'}: ",
            f"[{one.about}] " if one.about else "",
            cut(one.text),
        )
        for one in shown.undertakings
    ]
    return joined(
        tagged("h4", shown.title),
        quiet(
            f"{plural(len(shown.summaries), 'item')}, {plural(len(shown.decisions), 'decision')}, "
            f"{plural(len(shown.votes), 'vote')}"
        ),
        blocks(map(summary, shown.summaries), len(shown.summaries), what="items"),
        joined(tagged("h4", "Further decisions"), lines(further)) if further else "",
        joined(tagged("h4", "Undertakings"), lines(promised)) if promised else "",
        lines(shown.notes),
    )


def people(shown: People) -> Html:
    """Show members and officers with their posts through time, and how often they are named."""

    def row(one: Person) -> tuple[Any, ...]:
        seen = " to ".join(dict.fromkeys(filter(None, (day(one.first), day(one.last)))))
        return tagged("b", str(one)), one.public, lines(map(str, one.roles)), seen, one.meetings, len(one.mentions)

    columns = ("name", "is", "posts, as seen at meetings", "seen", "meetings", "mentions")
    listed = listing(columns, map(row, shown), len(shown)) if shown else ""
    doubtful = quiet(f"{plural(len(shown.doubtful), 'link')} to look at: .doubtful") if shown.doubtful else ""
    return joined(tagged("h4", f"{len(shown):,} {'person' if len(shown) == 1 else 'people'}"), listed, doubtful)


def person(shown: Person) -> Html:
    """Show one member or officer: posts through time, and what they presented, moved and declared."""
    told = [("is", shown.public), ("council", shown.council)]
    told += [("seen", " to ".join(dict.fromkeys(filter(None, (day(shown.first), day(shown.last))))))]
    acts = ((name, getattr(shown, name)) for name in ("presented", "moved", "declared"))
    return joined(
        tagged("h4", str(shown)),
        facts([*told, ("meetings", shown.meetings), ("mentions", len(shown.mentions))]),
        lines(map(str, shown.roles)),
        *(folded(f"{name}: {len(done):,}", _acts(done)) for name, done in acts if done),
    )


def _acts(done: Sequence[Act]) -> Html:
    rows = ((dated(act.date), chip(act.kind), joined(cut(act.text), quiet(act.citation))) for act in done)
    return listing(("date", "", "text"), rows, len(done), all_of="the person")


def checks(shown: Checks) -> Html:
    """Show each sentence of a draft with its verdict, what differs, and the place in the minutes it is most like."""

    def row(one: Check) -> tuple[Any, ...]:
        source = joined(cut(one.source), quiet(one.citation or one.paragraph_id)) if one.source else ""
        fell = quiet(f"in a motion that was not carried: {one.outcome}") if one.outcome else ""
        differs = joined(", ".join(one.changes), quiet(f"the minutes are of {one.meeting}") if one.meeting else "")
        return joined(chip(one.verdict), fell), cut(one.text), differs, source

    counts = Counter(one.verdict for one in shown)
    told = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in VERDICTS if counts[verdict])
    listed = (
        listing(("verdict", "the draft", "differs in", "the minutes"), map(row, shown), len(shown)) if shown else ""
    )
    return joined(tagged("h4", plural(len(shown), "sentence"), f": {told}" if told else ""), listed)


def _label(number: str | None) -> str:
    """Return the label of a clause: “1. ”, but “(a) ”."""
    return "" if not number else f"{number} " if number.endswith(")") else f"{number}. "


def _sentence(one: Sentence) -> Html:
    added = tagged("span", f"[{one.added}] ", class_="q") if one.added else ""
    class_ = "decided" if one.role == "decision" else None
    return tagged("blockquote", added, one.quoted, quiet(one.citation), class_=class_)


def _cited(found: Any, one: Record) -> str:
    place = found.place(one)
    return place.paragraph.citation if place else ""


def _date(found: Any, one: Record) -> Html:
    place = found.place(one)
    of = place and (place.item or place.meeting)
    return dated(of.date if of else None)


def plain_table(rows: list[dict[str, Any]], columns: Iterable[str] | None, name: str) -> Html:
    """Show rows of any kind by the columns that are printed."""
    names = list(columns) if columns is not None else list(rows[0] if rows else ())
    told = ([row.get(column) for column in names] for row in rows)
    return joined(tagged("h4", name), listing(names, told, len(rows)) if rows else escaped("none"))
