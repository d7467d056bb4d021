"""Whom the people and posts of an archive mean, kept with its index: the same as when it is found now."""

import datetime
import json

import pytest

import minutesnlp as mn
from minutesnlp.archive import stored
from minutesnlp.records import Attendee, Item, Meeting, Paragraph
from minutesnlp.tagging import linking

LISTED = "Present: Councillors Orrell (A), Orrell (S), Voss (Kit) and Lyle."


def meeting(day, *texts, council="Tarn Bridge Council"):
    id_ = f"{day}-{council.split()[0].lower()}"
    front = Paragraph(f"{id_}/0", LISTED, section="front", kind="attendance")
    paragraphs = tuple(Paragraph(f"{id_}/{n}", text, item_id=f"{id_}/i") for n, text in enumerate(texts, start=1))
    item = Item(f"{id_}/i", "Roads", "4", paragraphs, meeting_id=id_)
    date = datetime.date.fromisoformat(day)
    present = (Attendee("Lyle", paragraph_id=front.id),)
    return Meeting(id_, council, "Council", date, items=(item,), front=(front,), attendance=present)


FIRST = meeting(
    "2031-02-03",
    "Odile Strake, Director of Harbours, presented the report.",
    "Proposed by Councillor Voss, seconded by Councillor Orrell, and RESOLVED that the report be noted.",
)
SECOND = meeting("2031-03-03", "The Director of Harbours left.", "Councillor Ada Lyle and Councillor Ida Lyle spoke.")
THIRD = meeting("2031-04-07", "O Strake, Director of Harbours, spoke.", "Councillor Lyle thanked Councillor Voss.")
OTHER = meeting("2031-03-04", "Councillor Brian Voss thanked the Clerk, Ada Fleck.", council="Wendmoor Parish Council")


def told(archive):
    """Return all that is told of the people of an archive."""
    people = archive.people()
    return list(people), list(people.doubtful), [archive.person(one.id) for one in people]


def found_now(*meetings):
    return told(mn.Archive.in_memory(mn.Corpus(meetings)))


def test_people_are_told_of_as_they_were_linked_when_the_archive_was_written(tmp_path, monkeypatch):
    corpus = [FIRST, SECOND, OTHER]
    now = found_now(*corpus)
    mn.Archive.create(tmp_path / "a", mn.Corpus(corpus))
    monkeypatch.setattr(linking, "link", None)
    monkeypatch.setattr("minutesnlp.archive.disk.find", None)  # what each moved is told by the decisions that were kept
    people, doubtful, pages = kept = told(mn.Archive.open(tmp_path / "a"))
    assert kept == now
    assert any(one.moved for one in pages)
    assert "Kit Voss" in {one.name for one in people}  # named so behind the family name
    assert doubtful  # two are called Orrell


def test_who_is_who_changes_with_the_meetings_there_are(tmp_path):
    archive = mn.Archive.create(tmp_path / "a", mn.Corpus([FIRST, SECOND]))
    before = told(archive)
    archive.add(mn.Corpus([THIRD, OTHER]))
    assert told(archive) == told(mn.Archive.open(tmp_path / "a")) == found_now(FIRST, SECOND, THIRD, OTHER)
    archive.remove(THIRD.id, OTHER.id)
    assert told(archive) == before == found_now(FIRST, SECOND)
    archive.compact()
    assert told(archive) == told(mn.Archive.open(tmp_path / "a")) == before


def test_what_a_person_settles_goes_before_what_was_kept(tmp_path):
    archive = mn.Archive.create(tmp_path / "a", mn.Corpus([FIRST, SECOND]))
    before = told(archive)
    assert "Councillor Orrell" in {one.entity.text for one in before[1]}
    (tmp_path / "a" / "overrides.yaml").write_text("Councillor Orrell: ida-orrell", "utf-8")
    assert "Councillor Orrell" not in {one.entity.text for one in archive.people().doubtful}
    (tmp_path / "a" / "overrides.yaml").unlink()
    assert told(archive) == before


def test_an_archive_written_before_it_was_kept_tells_the_same_and_keeps_it_when_it_is_upgraded(tmp_path, monkeypatch):
    def as_then(mentions):
        return {name: array for name, array in as_now(mentions).items() if name not in of_now}

    as_now, of_now = stored.as_arrays, {"mention_reason", "mention_confidence", "mention_why"}
    with monkeypatch.context() as older:
        older.setattr(stored, "as_arrays", as_then)
        before = mn.Archive.create(tmp_path / "a", mn.Corpus([FIRST, SECOND, OTHER]))
    now = found_now(FIRST, SECOND, OTHER)
    assert told(before) == now
    upgraded = mn.Archive.upgrade(tmp_path / "a")
    generation = json.loads((tmp_path / "a" / "manifest.json").read_text("utf-8"))["generation"]
    mn.Archive.upgrade(tmp_path / "a")
    assert json.loads((tmp_path / "a" / "manifest.json").read_text("utf-8"))["generation"] == generation
    monkeypatch.setattr(linking, "link", None)
    assert told(upgraded) == now


def test_people_not_looked_for_when_they_were_added_are_when_they_are_asked_for(tmp_path):
    archive = mn.Archive.create(tmp_path / "a", mn.Corpus([FIRST, SECOND]), tag=False)
    assert told(archive) == found_now(FIRST, SECOND)


def test_who_asks_of_a_person_after_another_process_compacted_the_archive_is_told(tmp_path):
    mn.Archive.create(tmp_path / "a", mn.Corpus([FIRST, SECOND]))
    archive, other = mn.Archive.open(tmp_path / "a"), mn.Archive.open(tmp_path / "a")
    assert archive.people()
    other.remove(FIRST.id)
    other.compact()
    with pytest.raises(KeyError, match="nobody is called"):
        archive.person("Odile Strake")
