"""The command that searches: one query or a file of them, with every filter there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

import minutesnlp as mn
from minutesnlp.cli.showing import forms, found, heading, indented, main, marked, open_archive, show
from minutesnlp.counting import plural

F = TypeVar("F", bound=Callable[..., Any])

FILTERS = {
    "body": "Only this body: any part of its name.",
    "council": "Only this council: any part of its name.",
    "status": "Only minutes that are draft, or approved.",
    "since": "Only from this date on: 2020, 2020-09, 2020-09-01.",
    "until": "Only up to the end of this date or period.",
    "before": "Only before this date or period.",
    "year": "Only this year or municipal year: 2021, 2020/21.",
    "person": "Only paragraphs that name this person, or the post the person holds.",
    "role": "Only paragraphs that mention this post.",
    "kind": "Only text, bullet, clause, heading, vote, motion, declaration, table …",
    "holds": "Only a question, answer, undertaking, decision, motion, amendment, vote or declaration.",
    "outcome": "Only what was decided so: refused (lost too), deferred, agreed …",
    "section": "Only the agenda, decision, minutes, front or back.",
    "item": "Only this item: its number, or words of its title.",
}
GROUPS = ("item", "meeting", "person")


def filtered(command: F) -> F:
    """Give a command an option for every filter; one given twice means either."""
    for name, told in reversed(FILTERS.items()):
        command = click.option(f"--{name}", multiple=True, help=told)(command)
    return command


@main.command()
@click.argument("words", nargs=-1, metavar="[QUERY] [PLACE]...")
@click.option("--queries", type=click.Path(exists=True, dir_okay=False), help="A file of searches instead of a query.")
@click.option("--new-since", help="Only what was added to the archive since this day.")
@click.option("-k", "--limit", "k", type=click.IntRange(1), default=10, show_default=True, help="How many hits.")
@click.option("--all", "every", is_flag=True, help="Every mention, however many, and nothing that holds only a part.")
@click.option("--ranker", type=click.Choice(["fused", "bm25", "tfidf"]), default="fused", show_default=True)
@click.option("--sort", type=click.Choice(["relevance", "date", "newest"]), default="relevance", show_default=True)
@click.option("--group", type=click.Choice(GROUPS), help="Show the hits item by item, meeting or person.")
@click.option(
    "--facets",
    is_flag=True,
    help="Show how many answers there are of each body, year, person …: each is a filter, as in --person '\"A Reed\"'.",
)
@click.option("--explain", is_flag=True, help="Say of each hit why it was found.")
@click.option("--plain", is_flag=True, help="Rank agenda text and routine matters as high as the rest.")
@click.option("--no-expand", is_flag=True, help="Keep to the words typed.")
@click.option("--semantic", type=click.Path(), help="Rank by the embedding model in this folder too.")
@filtered
@forms
def search(
    words: tuple[str, ...],
    queries: str | None,
    new_since: str | None,
    k: int,
    every: bool,
    ranker: str,
    sort: str,
    group: str | None,
    facets: bool,
    explain: bool,
    plain: bool,
    no_expand: bool,
    semantic: str | None,
    form: str | None,
    **filters: tuple[str, ...],
) -> None:
    """Search an archive, or files and folders of minutes directly.

    Without a place, ./minutes.archive is searched, or else the invented example corpus.

    \b
    minutesnlp search "foster carers" minutes/
    minutesnlp search '"call-in" library' minutes.archive --since 2023 --sort date
    minutesnlp search --queries topics.txt minutes.archive --new-since 2024-03-01 --csv
    """
    options: dict[str, Any] = {"k": None if every else k, "ranker": ranker, "sort": sort, "plain": plain}
    options |= {
        "expand": not no_expand,
        **({} if semantic is None else {"semantic": semantic}),
        **{name: list(values) for name, values in filters.items() if values},
    }
    if queries is not None:
        answers = open_archive(words).search_many(queries, new_since=new_since, **options)
        if not answers:
            click.echo(f"{queries} holds no search.", err=True)
        if form:
            show(answers.rows(), form, answers.headings)
            for answer in answers:
                here = sum(hit.match == "all" for hit in answer.hits)
                if here < answer.hits.total:
                    told = f"{here:,} of {answer.hits.total:,} hits are in the table; --all gives every one"
                    click.echo(f"[{answer.name}]: {told}.", err=True)
        else:
            for answer in answers:
                heading(answer.name)
                tell(answer.hits, explain)
        found(sum(len(answer.hits) for answer in answers))
        return
    if not words:
        raise click.UsageError("Give a query, or a file of them with --queries.")
    query, *places = words
    archive = open_archive(places, query)
    hits = archive.new_since(query, new_since, **options) if new_since else archive.search(query, **options)
    if form:
        show(hits.rows(), form, hits.headings)
        if not hits:
            click.echo(hits.read_as, err=True)
    elif group:
        click.echo(hits.read_as, err=not len(hits))
        for name, some in hits.grouped(group).items():
            heading(grouped(name, some, group))
            for hit in some:
                one(hit, explain)
    else:
        tell(hits, explain)
        if facets:
            counted(hits)
    found(len(hits))


def tell(hits: mn.Hits, explain: bool) -> None:
    """Print how a query was read, the hits, and what may help where there are none."""
    click.echo(hits.read_as or f"{plural(hits.total, 'paragraph')} found.", err=not len(hits))
    for near in hits.near:
        click.echo(near, err=True)
    for told in hits.expansions:
        click.echo(indented(told))
    for hit in hits.folded():
        if hit.rank == hits.total + 1:
            behind = "Behind these, what stands under such a title or holds" if hits.total else "These hold"
            click.echo(f"\n{behind} only a part:")
        one(hit, explain)


def one(hit: mn.Hit, explain: bool) -> None:
    """Print a hit."""
    title = str(hit.item) if hit.item else "(outside the items)"
    click.echo(f"\n{hit.rank:>3}. {click.style(title, bold=True)}")
    click.echo(indented(marked(hit)))
    click.echo(indented(hit.citation))
    for other in hit.same:
        click.echo(indented(f"The same, hit {other.rank}: {other.citation}"))
    if explain:
        click.echo(indented(hit.explain()))


def grouped(name: str, some: mn.Hits, by: str) -> str:
    """Return what a group of hits is called, and how many it has, here and in all."""
    first, here = some[0], len(some)
    if by != "person":
        held = first.meeting
        day = f"{held.date.day} {held.date:%B %Y}" if held.date else "undated"
        whose = [*filter(None, dict.fromkeys((held.council, held.body)))]
        name = ", ".join([*whose, day] if whose else [held.id])
        name = f"{first.item}, {name}" if by == "item" and first.item else name
    whole = sum(hit.match == "all" for hit in some)
    return f"{name} ({f'{whole:,} of {some.total:,}' if whole < some.total else f'{here:,}'})"


def counted(hits: mn.Hits, most: int = 8) -> None:
    """Print the counts of each facet, the largest first."""
    for name, counts in hits.facets.items():
        if counts:
            shown = ", ".join(f"{value} {count:,}" for value, count in list(counts.items())[:most])
            more = len(counts) - most
            click.echo(f"\n{name}: {shown}" + (f", and {more:,} more" if more > 0 else ""))
