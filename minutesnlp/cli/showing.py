"""What all commands share: the group they belong to, its errors, and how answers are shown."""

from __future__ import annotations

import contextlib
import errno
import functools
import io
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

import minutesnlp as mn
from minutesnlp import tables

ARCHIVE = "minutes.archive"
F = TypeVar("F", bound=Callable[..., Any])


class OneLineErrors(click.Group):
    """A group whose commands tell what went wrong in one line and end with exit code 2."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command."""
        try:
            return super().make_context(*args, **extra)
        except click.UsageError as error:
            if not _is_help(error):
                error.ctx = None  # by which click would print three lines
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command named."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if _is_help(error):
                raise
            where = (error.ctx or ctx).command_path
            _end(ctx, f"{error.format_message().rstrip('.')}. See {where} --help.")
        except KeyError as error:
            _end(ctx, str(error.args[0]) if error.args else "not found")
        except (mn.MinutesError, ValueError) as error:
            _end(ctx, str(error))
        except OSError as error:
            # of a pipe that nobody reads Windows says EINVAL
            if error.errno == errno.EPIPE or (error.errno == errno.EINVAL and error.filename is None):
                _end_unread(ctx)
            _end(ctx, _refused(error))


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(mn.__version__, prog_name="minutesnlp")
def main() -> None:
    """Search, tag and summarise the minutes of councils, offline, in their own words."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe or file gets UTF-8 everywhere; on Windows it would be a code page without “ or £.
        if not stream.isatty() and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def forms(command: F) -> F:
    """Give a command its --json, --jsonl and --csv; what it prints as text is paged on a terminal."""

    @functools.wraps(command)
    def shown(*args: Any, form: str | None, **options: Any) -> Any:
        with contextlib.nullcontext() if form else paged():
            return command(*args, form=form, **options)

    told = click.option("--csv", "form", flag_value="csv", help="Print CSV with a heading line.")(shown)
    told = click.option("--jsonl", "form", flag_value="jsonl", help="Print JSON, one record a line.")(told)
    return click.option("--json", "form", flag_value="json", help="Print JSON.")(told)  # type: ignore[return-value]


@contextlib.contextmanager
def paged() -> Iterator[None]:
    """Show what is printed meanwhile in a pager when it is longer than the terminal; elsewhere as it comes."""
    terminal = sys.stdout
    # the pager of Windows cannot show “ or £: there one is used only where it is asked for
    if not terminal.isatty() or not (os.name == "posix" or os.environ.get("PAGER")):
        yield
        return
    context = click.get_current_context()
    context.color = not os.environ.get("NO_COLOR")
    kept = io.StringIO()
    try:
        with contextlib.redirect_stdout(kept):
            yield
    finally:
        text = kept.getvalue()
        if len(text.splitlines()) < shutil.get_terminal_size().lines:
            click.echo(text, nl=False, color=context.color)
        else:
            os.environ.setdefault("LESS", "-R")  # colours are shown, not spelt out
            click.echo_via_pager(text, color=context.color)


def read(paths: Sequence[str]) -> mn.Corpus:
    """Read minutes; show on a terminal how far it is, and tell on stderr what was skipped or is not in English."""
    corpus = mn.read(*paths, progress=sys.stderr.isatty())
    for skipped in corpus.skipped:
        click.echo(f"skipped {skipped}", err=True)
    foreign = Counter(
        note for meeting in corpus for note in meeting.notes if note.startswith("missing: the text is in")
    )
    for note, meetings in foreign.items():
        click.echo(f"{note} ({meetings} of {len(corpus)} {'meeting' if len(corpus) == 1 else 'meetings'})", err=True)
    return corpus


def open_archive(places: Sequence[str], asked: str = "") -> mn.Archive:
    """Open an archive, or make one in memory from files of minutes; what is `asked` of it is to be no place."""
    if not places and _is_place(asked):
        raise click.UsageError(f'{asked} is a place: say what to look for before it, as in "foster carers" {asked}')
    places = places or _usual()
    if not places:
        return mn.Archive.in_memory(mn.example_corpus())
    if _is_archive(places):
        return mn.Archive.open(places[0])
    return mn.Archive.in_memory(read(places))


def corpus_of(places: Sequence[str]) -> mn.Corpus:
    """Return the meetings of an archive, or of files of minutes."""
    places = places or _usual()
    if not places:
        return mn.example_corpus()
    if _is_archive(places):
        return mn.Archive.open(places[0]).meetings()
    return read(places)


def _is_place(asked: str) -> bool:
    """Tell the name of a file or a folder that is there, typed in the place of words: minutes/, kept.archive."""
    named = any(sign in asked for sign in "/\\.") and " " not in asked
    return named and Path(asked).exists()


def _is_archive(places: Sequence[str]) -> bool:
    """Tell whether an archive is named; it stands alone, for the files of it are no minutes."""
    archives = [place for place in places if mn.Archive.is_archive(place)]
    if archives and len(places) > 1:
        raise click.UsageError(f"{archives[0]} is an archive: name it alone, or the files of minutes without it.")
    return bool(archives)


def _is_help(error: click.UsageError) -> bool:
    """Tell whether an error is click's way to print the help of a group without a command (of click 8.2 and later)."""
    return type(error).__name__ == "NoArgsIsHelpError"


def _usual() -> Sequence[str]:
    """Return ./minutes.archive, if there is one, where no place was named; without one, say what is taken instead."""
    if Path(ARCHIVE).is_dir():
        return [ARCHIVE]
    click.echo("No place was named and there is no ./minutes.archive: searching the example corpus.", err=True)
    return []


def show(rows: Sequence[dict[str, Any]], form: str, headings: Sequence[str] = ()) -> None:
    """Print rows as JSON, as JSON one a line, or as CSV, which has its headings also where there is no row."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo(tables.to_csv(rows, None if rows else headings), nl=False)


def cited(found: Iterable[tuple[str, str]]) -> None:
    """Print (text, citation) pairs, the citation below its text."""
    for text, citation in found:
        click.echo(f"\n{text}")
        click.echo(indented(citation))


def marked(hit: mn.Hit) -> str:
    """Return a hit's snippet with the query's words in bold, below the lead-in where a phrase of it begins.

    An ellipsis stands where the paragraph has more.
    """
    lines = [_bold(hit.lead_in, hit.lead_in_spans, 0)] * bool(hit.lead_in)
    before = "… " if hit.snippet_start else ""
    after = " …" if hit.snippet_start + len(hit.snippet) < len(hit.paragraph.text) else ""
    return "\n".join([*lines, f"{before}{_bold(hit.snippet, hit.spans, hit.snippet_start)}{after}"])


def _bold(text: str, spans: Iterable[tuple[int, int]], offset: int) -> str:
    parts, place = [], 0
    for start, end in spans:
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


def found(count: int, what: str = "") -> None:
    """End with exit code 1 when nothing was found, and say on stderr what was looked for, unless that is told."""
    if not count:
        if what:
            click.echo(f"No {what} found.", err=True)
        raise SystemExit(1)


def _end_unread(ctx: click.Context) -> None:
    """End without a word where whoever reads has read enough, as `| head` does: something was found."""
    with contextlib.suppress(OSError, ValueError):
        # what is still to be flushed as Python ends goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(0)


def _refused(error: OSError) -> str:
    """Return what the system refused, where, and what helps."""
    advice = ""
    if isinstance(error, FileNotFoundError):
        advice = " Look at how it is spelt, and whether its folder is there."
    elif isinstance(error, PermissionError):
        advice = " See that you may read and write there, or name another place."
    told = f"{error.strerror or error}."
    return (f"{error.filename}: {told}" if error.filename else told) + advice


def _end(ctx: click.Context, message: str) -> None:
    click.echo(f"minutesnlp: {message}", err=True)
    ctx.exit(2)
