"""The command line: every command is one call of the library, shown as text, JSON or CSV.

Exit codes: 0 found, 1 nothing found, 2 an error, told in one line on stderr.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

import minutesnlp as mn
from minutesnlp import tables

ARCHIVE = "minutes.archive"
F = TypeVar("F", bound=Callable[..., Any])


class OneLineErrors(click.Group):
    """A group whose commands tell what went wrong in one line and end with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command named."""
        try:
            return super().invoke(ctx)
        except (mn.MinutesError, ValueError) as error:
            click.echo(f"minutesnlp: {error}", err=True)
            ctx.exit(2)
        except OSError as error:
            click.echo(f"minutesnlp: {error.filename or ''}: {error.strerror or error}", err=True)
            ctx.exit(2)


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(mn.__version__, prog_name="minutesnlp")
def main() -> None:
    """Search, tag and summarise the minutes of councils, offline, in their own words."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe or file gets UTF-8 everywhere; on Windows it would be a code page without “ or £.
        if not stream.isatty() and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def forms(command: F) -> F:
    """Give a command its --json and --csv."""
    command = click.option("--csv", "form", flag_value="csv", help="Print CSV with a heading line.")(command)
    return click.option("--json", "form", flag_value="json", help="Print JSON.")(command)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", default=ARCHIVE, show_default=True, help="The archive's folder.")
@forms
def index(paths: tuple[str, ...], output: str, form: str | None) -> None:
    r"""Read minutes from files and folders, and write an archive that opens at once.

    \b
    minutesnlp index minutes/ -o minutes.archive
    """
    corpus = read(paths)
    mn.Archive.create(output, corpus)
    counts = {
        "archive": output,
        "meetings": len(corpus),
        "items": len(corpus.items),
        "paragraphs": len(corpus.paragraphs),
        "skipped": len(corpus.skipped),
    }
    if form:
        show([counts], form)
    else:
        click.echo(
            f"{output}: {counts['meetings']:,} meetings, {counts['items']:,} items, "
            f"{counts['paragraphs']:,} paragraphs; {counts['skipped']:,} files skipped."
        )
    found(len(corpus))


@main.command()
@click.argument("query")
@click.argument("places", nargs=-1)
@click.option("-k", default=10, show_default=True, help="How many hits.")
@click.option("--ranker", type=click.Choice(["fused", "bm25", "tfidf"]), default="fused", show_default=True)
@click.option("--body", help="Only this body: any part of its name.")
@click.option("--since", help="Only from this date on: 2020, 2020-09, 2020-09-01.")
@click.option("--until", help="Only up to the end of this date or period.")
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", show_default=True)
@forms
def search(
    query: str,
    places: tuple[str, ...],
    k: int,
    ranker: str,
    body: str | None,
    since: str | None,
    until: str | None,
    sort: str,
    form: str | None,
) -> None:
    r"""Search an archive, or files and folders of minutes directly.

    Without a place, ./minutes.archive is searched, or else the invented example corpus.

    \b
    minutesnlp search "foster carers" minutes/
    minutesnlp search '"call-in" library' minutes.archive --since 2023
    """
    filters = {name: value for name, value in (("body", body), ("since", since), ("until", until)) if value}
    hits = open_archive(places).search(query, k=k, ranker=ranker, sort=sort, **filters)
    if form:
        show(hits.rows(), form)
    else:
        click.echo(hits.read_as or f"{hits.total:,} paragraphs found.", err=not len(hits))
        for hit in hits:
            click.echo()
            title = str(hit.item) if hit.item else "(outside the items)"
            click.echo(f"{hit.rank:>3}. {click.style(title, bold=True)}")
            click.echo(indented(marked(hit)))
            click.echo(indented(hit.citation))
    found(len(hits))


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--label", type=click.Choice(["PERSON", "ROLE", "DATE", "FIGURE"]), multiple=True, help="Only these.")
@forms
def tag(paths: tuple[str, ...], label: tuple[str, ...], form: str | None) -> None:
    r"""Find the people, roles, dates and figures in files of minutes.

    \b
    minutesnlp tag minutes.txt --label FIGURE --csv
    """
    corpus = read(paths)
    entities = [entity for entity in mn.tag(corpus) if not label or entity.label in label]
    if form:
        show([entity.row() for entity in entities], form)
    else:
        citations = {paragraph.id: paragraph.citation for paragraph in corpus.paragraphs}
        place = None
        for entity in entities:
            if entity.paragraph_id != place:
                place = entity.paragraph_id
                click.echo(f"\n{citations.get(place or '', '')}")
            normal = " ".join(part for part in (entity.value, entity.unit, entity.kind) if part)
            click.echo(f"  {entity.label:<7} {entity.text:<45} {normal}".rstrip())
    found(len(entities))


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--words", type=int, help="At most so many words an item (80).")
@click.option("--sentences", type=int, help="At most so many sentences an item.")
@forms
def summarise(paths: tuple[str, ...], words: int | None, sentences: int | None, form: str | None) -> None:
    r"""Give each agenda item a summary made of its own sentences, the decision first of all.

    \b
    minutesnlp summarise minutes.txt --words 60
    """
    size = {name: value for name, value in (("words", words), ("sentences", sentences)) if value is not None}
    digests = [mn.summarise(meeting, **size) for meeting in read(paths)]
    summaries = [summary for digest in digests for summary in digest.summaries]
    if form == "csv":
        show([{"title": s.title, **sentence.row()} for s in summaries for sentence in s.sentences], form)
    elif form:
        show([digest.row() for digest in digests], form)
    else:
        click.echo("\n\n\n".join(str(digest) for digest in digests))
    found(len(summaries))


@main.command()
@forms
def demo(form: str | None) -> None:
    r"""Show the main job on the invented example corpus: index, search, tag, summarise.

    \b
    minutesnlp demo
    """
    corpus = mn.example_corpus()
    query = "foster carers"
    hits = mn.Archive.in_memory(corpus).search(query, k=5)
    item = next(hit.item for hit in hits if hit.item)
    entities, summary = mn.tag(item), mn.summarise(item)
    if form == "json":
        told = {"hits": hits.rows(), "entities": entities.rows(), "summary": summary.row()}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif form:
        show(hits.rows(), form)
    else:
        heading(f"The example corpus: an invented council. {corpus!r}")
        heading(f'archive.search("{query}")')
        for hit in hits:
            click.echo(f"{hit.rank:>3}. {click.style(str(hit.item or ''), bold=True)}")
            click.echo(indented(marked(hit)))
            click.echo(indented(hit.citation))
        heading(f"mn.tag(item): {item}")
        click.echo(indented(repr(entities)))
        heading("mn.summarise(item)")
        click.echo(indented(str(summary)))
        heading('Next: minutesnlp search "your topic" FOLDER-OF-MINUTES, or read README.md.')
    found(len(hits))


def read(paths: Sequence[str]) -> mn.Corpus:
    """Read minutes; tell on stderr how far it is, on a terminal, and what was skipped."""
    corpus = mn.read(*paths, progress=told if sys.stderr.isatty() else None)
    for skipped in corpus.skipped:
        click.echo(f"skipped {skipped.file}: {skipped.reason}. {skipped.advice}".rstrip(), err=True)
    return corpus


def told(done: int, files: int, name: str) -> None:
    """Show how many files are read, on one line that is written over."""
    line = f"reading {done:,} of {files:,}: {Path(name).name}"
    click.echo(f"\r{line[:78]:<78}" + ("\r" + " " * 78 + "\r" if done == files else ""), nl=False, err=True)


def open_archive(places: Sequence[str]) -> mn.Archive:
    """Open an archive, or make one in memory from files of minutes."""
    if not places and Path(ARCHIVE).is_dir():
        places = [ARCHIVE]
    if not places:
        click.echo("No place was named and there is no ./minutes.archive: searching the example corpus.", err=True)
        return mn.Archive.in_memory(mn.example_corpus())
    if len(places) == 1 and mn.Archive.is_archive(places[0]):
        return mn.Archive.open(places[0])
    return mn.Archive.in_memory(read(places))


def show(rows: Sequence[dict[str, Any]], form: str) -> None:
    """Print rows as JSON or CSV."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(tables.to_csv(rows), nl=False)


def marked(hit: mn.Hit) -> str:
    """Return a hit's snippet with the query's words in bold."""
    text, offset, place = hit.snippet, hit.snippet_start, 0
    parts = []
    for start, end in hit.spans:
        start, end = start - offset, end - offset
        if place <= start and end <= len(text):
            parts += [text[place:start], click.style(text[start:end], bold=True, fg="yellow")]
            place = end
    return "".join([*parts, text[place:]])


def indented(text: str) -> str:
    """Return lines moved in under their heading."""
    return "\n".join(f"     {line}" for line in text.splitlines())


def heading(text: str) -> None:
    """Print a heading of the demonstration."""
    click.echo(f"\n{click.style(text, bold=True)}\n")


def found(count: int) -> None:
    """End with exit code 1 when nothing was found."""
    if not count:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
