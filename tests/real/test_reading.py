"""Laws of reading on real minutes: nothing lost, ids of their own, dates and items where they are printed."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.errors import ReadError
from minutesnlp.reading.corpora import meetings_in
from minutesnlp.reading.decoding import decode
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.plain.inline import read_inline

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
ORIGINALS = SHARED / "minutes" / "originals"

WORD = re.compile(r"[^\W_]+")

# Words that are marks: of a label ("Item 7") or a bullet ("o").
MARKS = ("item", "minute", "o", "agenda")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real minutes (../shared) are not beside this checkout")


def words(text):
    return Counter(WORD.findall(clean(text).lower()))


def sample(folder, suffix, count, seed=7):
    files = sorted((ORIGINALS / folder).glob(f"*{suffix}"))
    if not files:
        pytest.skip(f"no {suffix} in {folder}")
    return random.Random(seed).sample(files, min(count, len(files)))


def read(path):
    data = path.read_bytes()
    reader, assembled = meetings_in(data, str(path), "0" * 64)
    return data, reader, assembled


def kept(assembled):
    have = Counter()
    for each in assembled:
        for paragraph in each.meeting.paragraphs:
            have += words(f"{paragraph.number or ''} {paragraph.text}")
        for item in each.meeting.items:
            have += words(f"{item.number or ''} {item.title}")
        for text in each.furniture:
            have += words(text)
    return have


def printed(data, path, reader):
    text, _ = decode(data, str(path))
    if reader == "markdown":
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        text = re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)
        text = "\n".join(re.sub(r"<[^>]{0,2000}>", " ", read_inline(line).text) for line in text.split("\n"))
    return text.replace("**", " ")


@pytest.mark.parametrize("seed", range(5))
def test_no_word_of_a_seed_is_lost(seed):
    path = sorted(SEEDS.glob("*.txt"))[seed]
    data, reader, assembled = read(path)
    missing = words(printed(data, path, reader)) - kept(assembled)
    assert not missing, dict(missing)


@pytest.mark.parametrize(("folder", "count"), [("norfolk", 60), ("limerick", 20), ("ayton", 15), ("govan", 9)])
def test_hardly_a_word_of_real_markdown_is_lost(folder, count):
    lost = total = 0
    for path in sample(folder, ".md", count):
        data, reader, assembled = read(path)
        need = words(printed(data, path, reader))
        missing = need - kept(assembled)
        lost += sum(n for word, n in missing.items() if word not in MARKS)
        total += sum(need.values())
    assert lost <= 0.002 * total


@pytest.mark.parametrize(
    ("folder", "suffix", "count"),
    [
        ("norfolk", ".md", 40),
        ("limerick", ".md", 15),
        ("nipissing", ".html", 6),
        ("manordeilo", ".php", 5),
        ("kingston", ".html", 4),
    ],
)
def test_real_files_obey_the_laws_of_records(folder, suffix, count):
    for path in sample(folder, suffix, count, seed=11):
        try:
            _, _, assembled = read(path)
        except ReadError:
            continue
        for each in assembled:
            meeting = each.meeting
            ids = [p.id for p in meeting.paragraphs]
            assert len(set(ids)) == len(ids)
            assert len({item.id for item in meeting.items}) == len(meeting.items)
            assert all(p.text and p.citation and "\n" not in p.text for p in meeting.paragraphs)
            assert all(item.title for item in meeting.items)
            assert {p.section for p in meeting.front} <= {"front"}
            assert {p.section for p in meeting.back} <= {"back"}
            assert all(
                note.startswith(("stated:", "derived:", "guessed:", "missing:", "doubtful:")) for note in meeting.notes
            )
            assert {a.paragraph_id for a in meeting.attendance} <= {*ids, None}


def test_most_real_meetings_are_dated_and_have_several_items():
    paths = [*sample("norfolk", ".md", 60, seed=3), *sample("limerick", ".md", 30, seed=3)]
    corpus = mn.read(*paths, processes=1)
    assert sum(m.date is not None for m in corpus) > 0.9 * len(corpus)
    assert sum(len(m.items) > 1 for m in corpus) > 0.8 * len(corpus)


def test_the_seeds_items_and_sections_are_told():
    pasted, numbered, slides, item, report = mn.read(SEEDS, processes=1)
    assert pasted.date is None
    assert pasted.date_from is not None
    assert len(pasted.items) == 4
    assert [i.truncated for i in pasted.items] == [False, True, False, False]
    assert pasted.items[1].number is not None
    assert {p.section for p in pasted.items[2].paragraphs[:1]} == {"agenda"}
    assert [i.number for i in numbered.items] == [f"21/{n}" for n in range(16, 23)]
    assert numbered.date is not None
    assert numbered.venue == "Virtual"
    assert numbered.items[2].truncated
    assert [p.number for p in numbered.items[3].paragraphs if p.kind == "clause"] == ["1", "2", "3"]
    assert len(slides.items) > 5
    assert len(item.items) == 1
    assert [p.number for p in item.items[0].paragraphs[-3:]] == ["1", "2", "3"]
    assert [p.number for i in report.items for p in i.paragraphs if p.kind == "clause"] == [
        str(n) for n in range(1, 21)
    ]
    assert not any("KB" in i.title for m in (pasted, numbered) for i in m.items)
