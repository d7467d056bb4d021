"""The commands that follow what was decided, promised, asked and told: from files, or from a whole archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

import minutesnlp as mn
from minutesnlp.cli.showing import F, cited, corpus_of, forms, found, indented, main, open_archive, show


def times(command: F) -> F:
    """Give a command the options that choose meetings."""
    command = click.option("--until", help="Only up to the end of this date or period.")(command)
    command = click.option("--since", help="Only from this date on: 2020, 2020-09, 2020-09-01.")(command)
    command = click.option("--council", help="Only this council: any part of its name.")(command)
    return click.option("--body", help="Only this body: any part of its name.")(command)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--words", type=click.IntRange(1), help="At most so many words an item (80).")
@click.option("--sentences", type=click.IntRange(1), help="At most so many sentences an item.")
@click.option("--query", help="Answer this from all the minutes, oldest first, and not item by item.")
@click.option("--item", help="Only items of this number or id, or with these words in the title.")
@forms
def summarise(
    paths: tuple[str, ...],
    words: int | None,
    sentences: int | None,
    query: str | None,
    item: str | None,
    form: str | None,
) -> None:
    """Give each agenda item a summary made of its own sentences, the decision always among them.

    \b
    minutesnlp summarise minutes.txt --words 60
    minutesnlp summarise minutes.archive --item 23/51
    minutesnlp summarise minutes.archive --query "foster carers"
    """
    size = {name: value for name, value in (("words", words), ("sentences", sentences)) if value is not None}
    if query is not None:
        answer = mn.summarise(open_archive(paths).search(query, k=30, item=item), query=query, **size)
        if form:
            show([one.row() for one in answer.sentences] if form == "csv" else [answer.row()], form)
        else:
            click.echo(answer.title)
            cited((str(one), one.citation) for one in answer.sentences)
            click.echo("".join(f"\n({note})" for note in answer.notes))
        found(len(answer.sentences), "sentences to quote")
        return
    told: list[mn.Digest] | list[mn.Summary]
    if item is None:
        told = [mn.summarise(meeting, **size) for meeting in corpus_of(paths)]
        summaries = [summary for digest in told for summary in digest.summaries]
        text = "\n\n\n".join(str(digest) for digest in told)
    else:
        items = [one for meeting in corpus_of(paths) for one in meeting.items if _is_called(one, item)]
        told = summaries = [mn.summarise(one, **size) for one in items]
        text = "\n\n".join(f"{s}\n{indented(one.id)}" for one, s in zip(items, summaries, strict=True))
    if form == "csv":
        show([{"title": s.title, **sentence.row()} for s in summaries for sentence in s.sentences], form)
    elif form:
        show([one.row() for one in told], form)
    else:
        click.echo(text)
    found(len(summaries), "items to summarise")


def _is_called(item: mn.Item, name: str) -> bool:
    """Tell whether an item has this number or id, or these words in its title."""
    wanted = name.casefold()
    return wanted in ((item.number or "").casefold(), item.id.casefold()) or wanted in item.title.casefold()


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--routine", is_flag=True, help="Also the approval of minutes and the like.")
@click.option("--outcome", help="Only those of this verb, printed or agreed upon: agreed, refused, deferred.")
@times
@forms
def decisions(
    paths: tuple[str, ...], routine: bool, outcome: str | None, form: str | None, **chosen: str | None
) -> None:
    """Find what was decided, with its clauses, movers and votes.

    \b
    minutesnlp decisions minutes.txt --csv
    minutesnlp decisions minutes.archive --body Planning --outcome refused
    """
    archive = open_archive(paths)
    decided = archive.decisions(routine=routine, outcome=outcome, **chosen)
    if outcome and not decided:
        there = ", ".join(sorted({one.outcome.lower() for one in archive.decisions(routine=routine, **chosen)}))
        click.echo(f"Nothing was {outcome.lower()}; what there was: {there or 'no decision'}.", err=True)
    if form == "csv":
        click.echo(decided.to_csv(), nl=False)
    elif form:
        show(decided.rows(), form)
    else:
        cited(zip(map(_decision, decided), [row["citation"] for row in decided.rows()], strict=True))
    found(len(decided), "" if outcome else "decisions")


def _decision(one: mn.Decision) -> str:
    by = (("moved by", one.mover), ("seconded by", one.seconder))
    told = [one.outcome, *(f"{how} {who}" for how, who in by if who), *([str(one.votes)] if one.votes else [])]
    clauses = (
        f"  {clause.number or '-'} {clause.text}"
        + (f" [{clause.votes}]" if clause.votes and clause.votes != one.votes else "")
        for clause in one.clauses
    )
    behind = (f"  ({term.kind}) {term.text}" for term in one.told_behind)
    return "\n".join([f"[{'; '.join(filter(None, told))}] {one.text}", *clauses, *behind])


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--dropped", is_flag=True, help="Only those that the item's decision does not take up.")
@click.option("--open", "unanswered", is_flag=True, help="Only those that no later paragraph answers by its minute.")
@click.option("--overdue", is_flag=True, help="Only those whose day is past, its body having met since.")
@click.option("--owner", help="Only this owner's: any part of the name or post.")
@click.option("--on", help="The day that what is overdue is told by; else that of the newest meeting.")
@times
@forms
def undertakings(
    paths: tuple[str, ...],
    dropped: bool,
    unanswered: bool,
    overdue: bool,
    owner: str | None,
    on: str | None,
    form: str | None,
    **chosen: str | None,
) -> None:
    """Find who promised what to whom, by when, whether the decision takes it up, and what may answer it later.

    --csv has the columns councils keep track by: Reference, Origin, Date, Undertaking, Owner, Due, Evidence, Status.
    --open leaves out only what a later paragraph answers by citing its minute: where none are cited, all are open.

    \b
    minutesnlp undertakings minutes.txt --dropped
    minutesnlp undertakings minutes.archive --open --overdue --csv
    """
    every = open_archive(paths).undertakings(
        open=True if unanswered else None, standing="overdue" if overdue else None, owner=owner, on=on, **chosen
    )
    promised = [one for one in every if not dropped or one.status == "dropped"]
    if form == "csv":
        click.echo(mn.Undertakings(promised).to_csv(), nl=False)
    elif form:
        show([one.row() for one in promised], form)
    else:
        cited((_promise(one), one.citation) for one in promised)
    found(len(promised), "undertakings")


def _promise(one: mn.Undertaking) -> str:
    due = one.due or one.due_text or "no date"
    lines = [f"[{one.status}; {one.standing}; {one.owner or 'no owner'}; {due}] {one.text}"]
    lines += [f"  may be answered ({c.why}), {c.citation}: {c.text}" for c in one.closings]
    return "\n".join(lines)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--unanswered", is_flag=True, help="Only those with no answer, or with a promise.")
@times
@forms
def questions(paths: tuple[str, ...], unanswered: bool, form: str | None, **chosen: str | None) -> None:
    """Find what was asked, by whom, and what was answered.

    \b
    minutesnlp questions minutes.txt --unanswered
    """
    every = open_archive(paths).questions(**chosen)
    asked = [one for one in every if not unanswered or one.reply != "answered"]
    if form:
        show([one.row() for one in asked], form, mn.Question.headings())
    else:
        cited(
            (
                f"[{'no reply found' if one.reply == 'unanswered' else one.reply}] {one.text}"
                + (f"\n  {one.answer}" if one.answer else ""),
                one.citation,
            )
            for one in asked
        )
    found(len(asked), "questions")


@main.command()
@click.argument("topic")
@click.argument("paths", nargs=-1)
@times
@forms
def position(topic: str, paths: tuple[str, ...], form: str | None, **chosen: str | None) -> None:
    """Tell where a topic stands: its newest decision, statement, figure and promised step, each quoted.

    \b
    minutesnlp position "bus fares" minutes.archive
    """
    stands = open_archive(paths, topic).latest_position(topic, **_given(chosen))
    if form:
        show([stands.row()] if form == "json" else stands.rows(), form, mn.Said.headings())
    else:
        click.echo(str(stands))
    found(len(stands.said))


@main.command()
@click.argument("topic")
@click.argument("paths", nargs=-1)
@click.option("--doubts", is_flag=True, help="Only what does not agree.")
@times
@forms
def figures(topic: str, paths: tuple[str, ...], doubts: bool, form: str | None, **chosen: str | None) -> None:
    """List the figures told about a topic through time, and what of them does not agree.

    \b
    minutesnlp figures "foster carers" minutes.archive --csv
    """
    told = open_archive(paths, topic).figures(topic, **_given(chosen))
    if form:
        show([one.row() for one in told.doubts], form, mn.Doubt.headings()) if doubts else show(
            told.rows(), form, told.headings
        )
    else:
        if not doubts:
            cited((_figure(one), one.citation) for one in told)
        for one in told.doubts:
            click.echo(f"\n{one.kind.upper()}: {one.why}")
            click.echo(indented("\n".join(_pairs(one.quotes, one.citations))))
        for note in told.notes:
            click.echo(f"\n({note})")
    found(len(told.doubts), "doubts") if doubts else found(len(told), "figures")


def _figure(one: mn.Figure) -> str:
    when = one.period or (one.date.isoformat() if one.date else "no date")
    return f"{when}  {one.measure or '?'}: {one.text}\n  {one.quote}"


def _pairs(quotes: Iterable[str], citations: Iterable[str]) -> list[str]:
    return [*quotes, *citations]


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


@main.command()
@click.argument("draft", type=click.Path(dir_okay=False))
@click.argument("places", nargs=-1)
@forms
def check(draft: str, places: tuple[str, ...], form: str | None) -> None:
    """Check a draft sentence by sentence: exact, near, altered, or not in the minutes.

    The draft may be text, Word, OpenDocument, a web page or a PDF.

    \b
    minutesnlp check draft.docx minutes.archive
    """
    checks = mn.verify(mn.text_of(draft), open_archive(places))
    if form:
        show(checks.rows(), form, checks.headings)
    else:
        for one in checks:
            changes = f" ({', '.join(one.changes)})" if one.changes else ""
            fell = f" [in a motion that was not carried: {one.outcome}]" if one.outcome else ""
            other = f" [the minutes are of {one.meeting}]" if one.meeting else ""
            click.echo(f"\n{one.verdict.upper()}{changes}{other}{fell}: {one.text}")
            click.echo(indented("\n".join(part for part in (one.difference or one.source, one.citation) if part)))
    found(len(checks), f"sentences in {draft}")
