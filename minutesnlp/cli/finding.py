"""The commands that find something in minutes: tag, summarise, and what was decided, promised, asked."""

from __future__ import annotations

import json
from pathlib import Path

import click

import minutesnlp as mn
from minutesnlp.cli.showing import (
    corpus_of,
    forms,
    found,
    heading,
    indented,
    main,
    marked,
    open_archive,
    show,
)


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--label", type=click.Choice(["PERSON", "ROLE", "DATE", "FIGURE"]), multiple=True, help="Only these.")
@forms
def tag(paths: tuple[str, ...], label: tuple[str, ...], form: str | None) -> None:
    """Find the people, roles, dates and figures in files of minutes.

    \b
    minutesnlp tag minutes.txt --label FIGURE --csv
    """
    corpus = corpus_of(paths)
    entities = [entity for entity in mn.tag(corpus) if not label or entity.label in label]
    citations = {paragraph.id: paragraph.citation for paragraph in corpus.paragraphs}
    if form:
        show(
            [{**entity.row(), "citation": citations.get(entity.paragraph_id or "", "")} for entity in entities],
            form,
            (*mn.Entity.headings(), "citation"),
        )
    else:
        place = None
        for entity in entities:
            if entity.paragraph_id != place:
                place = entity.paragraph_id
                click.echo(f"\n{citations.get(place or '', '')}")
            normal = " ".join(part for part in (entity.value, entity.unit, entity.kind) if part)
            click.echo(f"  {entity.label:<7} {entity.text:<45} {normal}".rstrip())
    found(len(entities), "people, posts, dates or figures")


@main.command()
@click.argument("places", nargs=-1)
@click.option("--name", help="One person: by name, id, or the post held last.")
@click.option("--public", type=click.Choice(["member", "officer"]), help="Only members, or only officers.")
@click.option("--doubtful", is_flag=True, help="The links that a person should look at, least certain first.")
@click.option(
    "--redact", type=click.Path(exists=True, dir_okay=False), help="Print this file with private names masked."
)
@forms
def people(
    places: tuple[str, ...], name: str | None, public: str | None, doubtful: bool, redact: str | None, form: str | None
) -> None:
    """List members and officers with their posts through time; or one of them, with what they did.

    Private people are not listed. What is doubtful is settled by a line in overrides.yaml in the archive's folder.

    \b
    minutesnlp people minutes.archive
    minutesnlp people minutes.archive --name "S Orrell"
    """
    archive = open_archive(places)
    if redact:
        click.echo(archive.redact(Path(redact).read_text("utf-8")))
        return
    if name:
        try:
            person = archive.person(name)
        except KeyError as error:
            click.echo(error.args[0], err=True)
            found(0)
            return
        acts = [*(person.presented or ()), *(person.moved or ()), *(person.declared or ())]
        if form:
            show([{**person.row(), "acts": [act.row() for act in acts]}] if form != "csv" else [person.row()], form)
        else:
            click.echo(
                f"{click.style(str(person), bold=True)} ({person.public}), {person.council or 'council unknown'}"
            )
            for stint in person.roles:
                click.echo(f"  {stint}")
            for act in acts:
                click.echo(f"\n{act.kind}: {act.text}")
                click.echo(indented(act.citation))
        return
    everybody = archive.people(public=public)
    told = everybody.doubtful if doubtful else everybody
    if form:
        show(told.rows(), form, told.headings)
    elif told:
        click.echo(told.to_text())
    found(len(told), "doubtful readings of people" if doubtful else "people")


@main.command()
@forms
def demo(form: str | None) -> None:
    """Show the main job on the invented example corpus: index, search, tag, summarise.

    \b
    minutesnlp demo
    """
    corpus = mn.example_corpus()
    query = "foster carers"
    hits = mn.Archive.in_memory(corpus).search(query, k=5)
    item = next(hit.item for hit in hits if hit.item)
    entities, summary = mn.tag(item), mn.summarise(item)
    if form == "json":
        answer = {"hits": hits.rows(), "entities": entities.rows(), "summary": summary.row()}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    elif form:
        show(hits.rows(), form, hits.headings)
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
        heading("Next")
        click.echo('     minutesnlp search "your topic" FOLDER-OF-MINUTES')
        click.echo(
            "     minutesnlp serve        opens these minutes as a page in your browser, for those who do not program"
        )
    found(len(hits))
