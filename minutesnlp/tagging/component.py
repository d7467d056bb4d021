"""The spaCy component `minutes_entities`: the same entities as `doc.ents`. The one door to spaCy.

Reached through the `spacy_factories` entry point, so that `nlp.add_pipe("minutes_entities")` needs no import; nothing
else in the library imports this module.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from minutesnlp.records import Entity
from minutesnlp.tagging.tagger import tag

KEY = "minutes_entities"


@Language.factory(
    "minutes_entities",
    default_config={"date": None},
    assigns=["doc.ents", "span._.minutes"],
    requires=[],
)
def minutes_entities(nlp: Language, name: str, date: str | None) -> MinutesEntities:
    """Make the component; `date` is the meeting's day in ISO form, from which unfinished dates are told."""
    del nlp, name
    return MinutesEntities(date)


class MinutesEntities:
    """Sets `doc.ents` to the people, roles, dates and figures of minutes; `ent._.minutes` is the Entity.

    A document's own day, where it has one, is `doc.user_data["date"]`.
    """

    def __init__(self, date: str | None = None) -> None:
        self.date = date
        if not Span.has_extension("minutes"):
            Span.set_extension("minutes", getter=_entity_of)

    def __call__(self, doc: Doc) -> Doc:
        """Tag a document in place; tokens are split where an entity ends inside one."""
        entities = tag(doc.text, date=doc.user_data.get("date") or self.date)
        _split(doc, {place for entity in entities for place in (entity.start, entity.end)})
        spans = [doc.char_span(entity.start, entity.end, label=entity.label) for entity in entities]
        doc.user_data[KEY] = {
            f"{entity.start}:{entity.end}": {name: getattr(entity, name) for name in Entity.__dataclass_fields__}
            for entity in entities
        }
        doc.ents = tuple(span for span in spans if span is not None)
        return doc


def write_pipeline(folder: str | Path, **meta: Any) -> None:
    """Write a pipeline of this component alone, as `models/en_council_minutes` is made."""
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes_entities")
    nlp.meta.update(meta)
    nlp.to_disk(folder)


def _entity_of(span: Span) -> Entity | None:
    row = span.doc.user_data.get(KEY, {}).get(f"{span.start_char}:{span.end_char}")
    return Entity(**row) if row else None


def _split(doc: Doc, places: set[int]) -> None:
    """Split the tokens that hold one of these places inside them."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            inside = [at for at in range(1, len(token)) if token.idx + at in places]
            if inside:
                cuts = [0, *inside, len(token)]
                parts = [token.text[a:b] for a, b in itertools.pairwise(cuts)]
                retokenizer.split(token, parts, heads=[(token, 0)] * len(parts))
