"""The commands that read minutes and keep them: read, index, archive."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import click

import minutesnlp as mn
from minutesnlp.cli.showing import ARCHIVE, forms, found, indented, main, read, show
from minutesnlp.counting import plural


@main.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--report", is_flag=True, help="Tell of each file how it was read.")
@forms
def read_command(paths: tuple[str, ...], report: bool, form: str | None) -> None:
    """Read minutes and tell what was found in them: meetings, items, what was guessed.

    \b
    minutesnlp read minutes/ --report
    """
    corpus = read(paths)
    rows = corpus.report().rows() if report else [meeting.row() for meeting in corpus]
    if form:
        show(rows, form)
    elif report:
        click.echo(corpus.report().to_text())
    else:
        for meeting in corpus:
            click.echo(f"\n{click.style(meeting.id, bold=True)}  ({meeting.source})")
            for item in meeting.items:
                click.echo(f"  {item}" + ("  [cut off in the source]" if item.truncated else ""))
            for note in meeting.notes:
                click.echo(f"  - {note}")
    found(len(corpus))


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", default=ARCHIVE, show_default=True, help="The archive's folder.")
@click.option("--replace", is_flag=True, help="Make the archive anew when there is one.")
@forms
def index(paths: tuple[str, ...], output: str, replace: bool, form: str | None) -> None:
    """Read minutes from files and folders, and write an archive that opens at once.

    \b
    minutesnlp index minutes/ -o minutes.archive
    """
    made(output, paths, replace, form)


def made(output: str, paths: tuple[str, ...], replace: bool, form: str | None) -> None:
    """Make an archive of files and folders, and tell what went in."""
    corpus = read(paths)
    kept = mn.Archive.create(output, corpus, replace=replace, progress=sys.stderr.isatty())
    tell_skipped(kept.skipped, corpus.skipped)
    meetings = corpus if len(kept) == len(corpus) else kept.meetings()
    counts = {
        "meetings": len(meetings),
        "items": len(meetings.items),
        "paragraphs": len(meetings.paragraphs),
        "skipped": len(kept.skipped),
    }
    if form:
        show([{"archive": output, **counts}], form)
    else:
        told = ", ".join(plural(counts[f"{noun}s"], noun) for noun in ("meeting", "item", "paragraph"))
        click.echo(f"{output}: {told}; {plural(len(kept.skipped), 'file')} skipped.")
    found(len(meetings))


def tell_skipped(skipped: Iterable[mn.Skipped], told: Collection[mn.Skipped]) -> None:
    """Tell on stderr which files are not counted, besides those that were told already."""
    for each in skipped:
        if each not in told:
            click.echo(f"skipped {each}", err=True)


@main.group()
def archive() -> None:
    """Look after an archive: create it, what it holds, add, remove, compact, upgrade, verify, compare."""


@archive.command()
@click.argument("folder")
@click.argument("paths", nargs=-1, required=True)
@click.option("--replace", is_flag=True, help="Make the archive anew when there is one.")
@forms
def create(folder: str, paths: tuple[str, ...], replace: bool, form: str | None) -> None:
    """Make an archive of files and folders of minutes.

    \b
    minutesnlp archive create minutes.archive minutes/
    """
    made(folder, paths, replace, form)


@archive.command()
@click.argument("folder", default=ARCHIVE)
@forms
def compact(folder: str, form: str | None) -> None:
    """Drop older versions of meetings and those removed, and learn anew which words are used alike.

    \b
    minutesnlp archive compact minutes.archive
    """
    kept = mn.Archive.open(folder)
    older = len(kept.superseded())
    kept.compact()
    if form:
        show([{"archive": folder, "dropped": older}], form)
    else:
        click.echo(f"{folder}: {plural(older, 'older version')} dropped.")


@archive.command()
@click.argument("folder", default=ARCHIVE)
@forms
def upgrade(folder: str, form: str | None) -> None:
    """Bring an archive that an older minutesnlp wrote up to date; nothing in it is lost.

    \b
    minutesnlp archive upgrade minutes.archive
    """
    kept = mn.Archive.upgrade(folder, progress=sys.stderr.isatty())
    if form:
        show([{"archive": folder, "meetings": len(kept)}], form)
    else:
        click.echo(f"{folder}: up to date, with {plural(len(kept), 'meeting')}.")


@archive.command()
@click.argument("folder", default=ARCHIVE)
@forms
def info(folder: str, form: str | None) -> None:
    """Tell what an archive holds, a line a meeting.

    \b
    minutesnlp archive info minutes.archive
    """
    kept = mn.Archive.open(folder)
    if form:
        show([meeting.row() for meeting in kept.meetings()], form, mn.Meeting.headings())
    else:
        click.echo(repr(kept))
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        click.echo(f"{size / 1e6:,.1f} MB; {plural(len(kept.superseded()), 'older version')} kept out of sight.")
        if kept.journal == "delete":
            click.echo("It is written as on a network share: while somebody adds to it, others wait.")
        words = kept.learnt or "not learnt yet: there are few paragraphs, or run minutesnlp archive compact"
        click.echo(f"Words used alike, by which a search is widened: {words}.")
        for skipped in kept.skipped:
            click.echo(f"  skipped {skipped}")
        for meeting in kept.meetings():
            click.echo(f"  {meeting.id}  {plural(len(meeting.items), 'item')}")
    found(len(kept))


@archive.command()
@click.argument("folder")
@click.argument("paths", nargs=-1, required=True)
@forms
def add(folder: str, paths: tuple[str, ...], form: str | None) -> None:
    """Add files of minutes; a new version of a meeting takes the place of the old one, and that is told.

    \b
    minutesnlp archive add minutes.archive new-minutes/
    """
    corpus = read(paths)
    new = mn.Archive.open(folder).add(corpus, progress=sys.stderr.isatty())
    tell_skipped(new.skipped, corpus.skipped)
    if form:
        show([meeting.row() for meeting in new], form, mn.Meeting.headings())
    else:
        are = "meeting is" if len(new) == 1 else "meetings are"
        click.echo("\n  ".join([f"{len(new):,} {are} new or changed.", *(meeting.id for meeting in new)]))
        for line in new.told:
            click.echo(line)
    found(len(new))


@archive.command()
@click.argument("folder")
@click.argument("ids", nargs=-1, required=True)
@forms
def remove(folder: str, ids: tuple[str, ...], form: str | None) -> None:
    """Remove meetings by their ids, as `info` shows them.

    \b
    minutesnlp archive remove minutes.archive 2023-11-06-overview-and-scrutiny-board
    """
    mn.Archive.open(folder).remove(*ids)
    if form:
        show([{"removed": one} for one in ids], form)
    else:
        click.echo(f"{plural(len(ids), 'meeting')} removed.")


@archive.command()
@click.argument("folder", default=ARCHIVE)
@click.option("--repair", is_flag=True, help="Sweep away what an interrupted write left behind.")
@forms
def verify(folder: str, repair: bool, form: str | None) -> None:
    """Compare everything in an archive with its checksums; end with 2 when something is wrong.

    \b
    minutesnlp archive verify minutes.archive --repair
    """
    wrong = mn.Archive.open(folder).verify(repair=repair)
    if form:
        show([{"wrong": one} for one in wrong], form, ["wrong"])
    else:
        click.echo("\n".join(wrong) or f"{folder}: all is well.")
    if wrong and not repair:
        raise SystemExit(2)


@archive.command()
@click.argument("older")
@click.argument("newer")
@click.option("--paragraphs", is_flag=True, help="Of a table: the changed paragraphs in place of the new decisions.")
@forms
def diff(older: str, newer: str, paragraphs: bool, form: str | None) -> None:
    """Tell what a newer archive has that an older one has not: meetings, changed paragraphs, decisions.

    \b
    minutesnlp archive diff last-month.archive minutes.archive
    minutesnlp archive diff last-month.archive minutes.archive --paragraphs --csv
    """
    difference = mn.Archive.open(newer).diff(older)
    if form and paragraphs:
        rows = [
            {
                "meeting_id": one.meeting_id,
                "citation": there.citation,
                "before": one.before.text if one.before else None,
                "after": one.after.text if one.after else None,
            }
            for one in difference.changed
            if (there := one.after or one.before)
        ]
        show(rows, form, ("meeting_id", "citation", "before", "after"))
    elif form:
        show([decision.row() for decision in difference.decisions], form, mn.Decision.headings())
    else:
        click.echo(str(difference))
        for meeting in difference.new:
            click.echo(f"  new: {meeting.id}")
        for meeting in difference.gone:
            click.echo(f"  gone: {meeting.id}")
        for change in difference.changed:
            there = change.after or change.before
            what = "changed" if change.before and change.after else "added" if change.after else "taken out"
            click.echo(f"  {what}: {there.citation if there else change.meeting_id}")
            for sign, paragraph in (("-", change.before), ("+", change.after)):
                if paragraph:
                    click.echo(indented(f"{sign} {paragraph.text}"))
        for decision in difference.decisions:
            click.echo(f"  decided: {decision.words}")
    found(bool(difference))
