"""The commands around the desk: the page, the evidence pack, the doctor, and completion in a shell."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class

import minutesnlp as mn
from minutesnlp.cli.showing import ARCHIVE, forms, found, main, open_archive, show

# What the page is made with.
LIBRARIES = ("govuk_frontend_jinja", "jinja2", "python_multipart", "starlette", "uvicorn")

MARKS = {"well": ("✓", "green"), "absent": ("–", "yellow"), "wrong": ("✗", "red")}


@main.command()
@click.argument("folder", required=False)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8010, show_default=True, help="0 takes any that is free."
)
@click.option("--new", is_flag=True, help="Make an empty archive when there is none, to add documents on the page.")
def serve(folder: str | None, port: int, new: bool) -> None:
    """Open the officer's desk: a page on this machine over an archive, for the browser.

    Without an archive, ./minutes.archive is shown, or else the invented example corpus. Nobody but this machine can
    reach it; Ctrl+C ends it.

    \b
    minutesnlp serve minutes.archive
    minutesnlp serve minutes.archive --new --port 8020
    """
    for library in LIBRARIES:
        if find_spec(library) is None:
            raise mn.MissingExtraError(library, "web", "The page")
    from minutesnlp import web

    if folder and new and not Path(folder).exists():
        mn.Archive.create(folder, mn.Corpus())
    example = not folder and not Path(ARCHIVE).is_dir()
    archive = mn.Archive.open(folder) if folder else open_archive(())

    def started(address: str) -> None:
        click.echo(f"Open {address} in your browser. Ctrl+C ends it.")

    web.serve(archive, port=port, example=example, started=started)


@main.command()
@click.argument("query")
@click.argument("places", nargs=-1)
@click.option("-o", "--output", type=click.Path(dir_okay=False), required=True, help="The file: .docx, .md, .html …")
@click.option(
    "-k", type=click.IntRange(1), default=200, show_default=True, help="At most so many paragraphs, the best first."
)
@click.option("--body", help="Only this body: any part of its name.")
@click.option("--since", help="Only from this date on: 2020, 2020-09, 2020-09-01.")
@click.option("--until", help="Only up to the end of this date or period.")
@click.option("--year", help="Only this year or municipal year: 2021, 2020/21.")
@click.option("--person", help="Only paragraphs that name this person.")
@click.option("--holds", help="Only a question, answer, undertaking, decision, motion, amendment, vote or declaration.")
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@forms
def pack(
    query: str, places: tuple[str, ...], output: str, k: int, replace: bool, form: str | None, **wanted: Any
) -> None:
    """Write an evidence pack: what was found, in date order, with decisions, figures, promises and citations.

    \b
    minutesnlp pack "foster carers" --since 2020 -o pack.docx
    minutesnlp pack "foster carers" minutes.archive -o pack.docx
    """
    filters = {name: value for name, value in wanted.items() if value}
    if Path(output).exists() and not replace:
        raise click.UsageError(f"{output} is there already: name another file, or write over it with --replace.")
    archive = open_archive(places, query)
    hits = archive.search(query, k=k, **filters)
    if 0 < hits.total < len(hits):
        hits = hits[: hits.total]  # what only holds a part is no evidence where the whole is found
    if not hits:
        click.echo(hits.read_as, err=True)
        found(0)
    path = mn.evidence_pack(hits, output, archive=archive)
    if form:
        counts = {"paragraphs": len(hits), "found": hits.total, "partly": hits.partly}
        show([{"file": str(path), **counts, "read_as": hits.read_as}], form)
    else:
        click.echo(hits.read_as)
        of, only = (hits.total, "") if hits.total else (hits.partly, ", none of which holds all of the query")
        click.echo(f"{path}: {len(hits):,} of {of:,} paragraphs{only}.")


@main.command()
@click.argument("folder", required=False)
@forms
def doctor(folder: str | None, form: str | None) -> None:
    """Tell what is installed, which kernel searches, and whether an archive is whole; end with 2 when something is not.

    Without an archive, ./minutes.archive is examined when it is there.

    \b
    minutesnlp doctor minutes.archive
    """
    told = mn.doctor(folder or (ARCHIVE if Path(ARCHIVE).is_dir() else None))
    if form:
        show(told.rows(), form)
    else:
        for one in told:
            mark, colour = MARKS[one.state]
            click.echo(f"{click.style(mark, fg=colour)} {one.about}: {one.told}")
            if one.advice:
                click.echo(f"    {one.advice}")
        click.echo("\nAll is well." if told.well else "\nSomething is wrong; see above.")
    if not told.well:
        raise SystemExit(2)


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes a shell complete the commands and options of minutesnlp.

    \b
    minutesnlp completion bash >> ~/.bashrc
    minutesnlp completion zsh >> ~/.zshrc
    minutesnlp completion fish > ~/.config/fish/completions/minutesnlp.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None  # click has one for each of the shells that may be named
    click.echo(kind(main, {}, "minutesnlp", "_MINUTESNLP_COMPLETE").source())
