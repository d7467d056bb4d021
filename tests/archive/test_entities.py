"""What is found in minutes when they are added."""

import sqlite3

import pytest

from minutesnlp.archive import Archive
from minutesnlp.records import Corpus


@pytest.mark.parametrize("kind", ["memory", "disk", "untagged"])
def test_entities_are_linked_over_all_meetings(tmp_path, making, kind):
    told = Corpus(
        [
            making("m1", "Present: Cllr Ann Field", "Councillor Ann Field asked about fees of £12 on 3 May 2021."),
            making("m2", "Present: Cllr A Field", "Councillor A Field was thanked.", date="2021-06-01"),
        ]
    )
    archive = Archive.in_memory(told) if kind == "memory" else Archive.create(tmp_path / "a", told, tag=kind == "disk")
    people = [entity for entity in archive.entities("PERSON") if "Field" in entity.text]
    assert {entity.paragraph_id.split("/")[0] for entity in people} == {"m1", "m2"}
    (one,) = {entity.person_id for entity in people}
    assert archive.entities(person=one)[: len(people)] == archive.entities("PERSON", person=one)
    assert [entity.value for entity in archive.entities("FIGURE")] == ["12"]
    for entity in archive.entities():
        assert archive.paragraph(entity.paragraph_id).text[entity.start : entity.end] == entity.text
    assert archive.verify() == ()
    archive.add(making("m3", "Present: Cllr A Field", "The fee was £13."))
    assert [entity.value for entity in archive.entities("FIGURE")] == ["12", "13"]


def test_a_changed_entity_is_found(folder):
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        connection.execute("UPDATE entities SET value = '13' WHERE value = '12'")
    connection.close()
    assert "m2 is not what was written" in Archive.open(folder).verify()[0]
