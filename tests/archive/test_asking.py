"""Many searches at once, searches kept in files, and what is new since a day."""

import datetime
import time

import pytest

import minutesnlp as mn
from minutesnlp.archive import Archive
from minutesnlp.errors import QueryError
from minutesnlp.searching.saved import SavedSearch

FILE = """\
# What the panel follows
[Fares]
query = "bus fares" -tram
since = 2021
section = minutes; decision

[Rents]
query = rents OR allotments
k = all
"""


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "searches.txt"
    path.write_text(FILE, "utf-8")
    return path


def test_searches_are_read_and_written(saved, tmp_path):
    searches = mn.read_searches(saved)
    assert [one.name for one in searches] == ["Fares", "Rents"]
    assert searches[0].options == {"since": "2021", "section": ["minutes", "decision"]}
    assert searches[1].options == {"k": None}
    mn.write_searches(tmp_path / "again.txt", searches)
    assert mn.read_searches(tmp_path / "again.txt") == searches


def test_a_list_of_topics_is_a_file_of_searches(tmp_path):
    (tmp_path / "topics.txt").write_bytes("\ufeff# topics\r\nbus fares\r\n\r\nrents [weekly]\r\n".encode())
    assert [one.query for one in mn.read_searches(tmp_path / "topics.txt")] == ["bus fares", "rents [weekly]"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[A]\nquery = x\ncolour = red\n", r"\[A\]: there is no 'colour'"),
        ("[A]\nquery = x\nk = many\n", r"\[A\]: k is 'many'"),
        ("[A]\nquery = x\n[A]\nquery = y\n", "already exists"),
        ("query = x\n[A]\n", "no section headers"),
    ],
)
def test_what_is_wrong_in_a_file_of_searches_is_told(tmp_path, text, told):
    (tmp_path / "wrong.txt").write_text(text, "utf-8")
    with pytest.raises(QueryError, match=told):
        mn.read_searches(tmp_path / "wrong.txt")


def test_what_is_no_file_of_searches_and_no_search_is_told(tmp_path):
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    for wrong in ("", tmp_path, tmp_path / "none.txt", tmp_path / "latin.txt"):
        with pytest.raises(QueryError):
            mn.read_searches(wrong)
    with pytest.raises(TypeError, match="a string or a Path, not 1"):
        mn.read_searches(1)
    with pytest.raises(TypeError, match="not 'a'"):
        mn.write_searches(tmp_path / "written.txt", "ab")
    assert not (tmp_path / "written.txt").exists()


@pytest.mark.parametrize("on_disk", [True, False])
def test_many_searches_give_one_table(folder, corpus, saved, on_disk):
    archive = Archive.open(folder) if on_disk else Archive.in_memory(corpus)
    answers = archive.search_many(saved)
    assert [hit.paragraph.id for hit in answers.of("Fares")] == ["m1/1/0"]
    assert [row["search"] for row in answers.rows()] == ["Fares", "Rents"]
    both = archive.search_many(["bus", "nowhere to be found"], k=1)
    assert [(row["search"], row["paragraph_id"] is None) for row in both.rows()] == [
        ("bus", False),
        ("nowhere to be found", True),
    ]
    assert "nowhere to be found" in both.to_csv()
    assert next((row["total"], row["partly"]) for row in both.rows()) == (both.of("bus").total, both.of("bus").partly)
    with pytest.raises(QueryError, match=r"\[Rents\]: since 'banana' is no date"):
        archive.search_many([SavedSearch("Rents", "rents", (("since", "banana"),))])


@pytest.mark.parametrize("on_disk", [True, False])
def test_new_is_what_came_since_and_no_older_version_says(tmp_path, making, on_disk):
    first = making("m1", "Present: J Marsh", "The bus fares were raised.", "The bus shelter fell.")
    archive = Archive.create(tmp_path / "a", first) if on_disk else Archive.in_memory(first)
    today = datetime.date.today()
    assert archive.new_since("bus", today).total == 2
    assert f"added to the archive since {today.isoformat()}" in archive.new_since("bus", today).read_as
    time.sleep(0.01)
    between = datetime.datetime.now()
    time.sleep(0.01)
    assert archive.new_since("bus", between).total == 0
    archive.add(
        [
            making("m1", "Present: J Marsh", "The bus fares were raised.", "The bus shelter was mended."),
            making("m2", "Present: P Vane", "A bus for Sundays."),
        ]
    )
    assert sorted(hit.paragraph.id for hit in archive.new_since("bus", between)) == ["m1/1/1", "m2/1/0"]
    assert archive.search_many(["bus"], new_since=between).of("bus").total == 2
    assert archive.new_since("bus", today + datetime.timedelta(days=1)).total == 0
    with pytest.raises(QueryError):
        archive.new_since("bus", "soon")


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_hit_finds_others_like_it(tmp_path, making, on_disk):
    meetings = [
        making("m1", "Present", "The bus fares were raised for pupils.", "A tree fell."),
        making("m2", "Present", "Pupils pay lower fares on every bus.", "A tree was planted."),
    ]
    archive = Archive.create(tmp_path / "a", mn.Corpus(meetings)) if on_disk else Archive.in_memory(mn.Corpus(meetings))
    hit = archive.search("raised")[0]
    like = hit.more_like_this(k=3)
    assert like[0].paragraph.id == "m2/1/0"
    assert hit.paragraph.id not in {one.paragraph.id for one in like}
    assert "“bus”" in like.read_as


def test_a_hit_says_what_it_is_made_of_by_word_field_and_context(corpus):
    hit = Archive.in_memory(corpus).search("budget fares noted")[0]
    parts = dict(hit.parts)
    assert hit.explain().startswith("Found by “budget”")
    assert {"“budget” in the title", "“fares”", "the paragraphs beside it", "its meeting"} <= set(parts)
    scored = sum(weight for name, weight in hit.parts if name != "times") * parts.get("times", 1.0)
    assert scored > 0
