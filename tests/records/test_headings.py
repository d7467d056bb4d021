"""A table has its columns also where nothing was found: what loops over councils and topics does not break on one."""

import pytest

import minutesnlp as mn

pandas = pytest.importorskip("pandas")


@pytest.fixture(scope="module")
def archive():
    return mn.Archive.in_memory(list(mn.example_corpus())[:12])


def asked(archive):
    """Return every kind of answer, once with something in it and once with nothing."""
    item = next(one for one in archive.meetings().items if mn.find_decisions(one) and mn.find_undertakings(one))
    dull = mn.read_text("The drains gurgled.", title="Drains")[0].items[0]
    yield "hits", archive.search("council"), archive.search("zeppelin")
    yield "many", archive.search_many(["council"]), archive.search_many([])
    yield "entities", mn.tag(item), mn.tag(dull)
    yield "entities of a string", mn.tag("£5 on 2 May 2023"), mn.tag("")
    yield "decisions", mn.find_decisions(item), mn.find_decisions(dull)
    yield "undertakings", mn.find_undertakings(item), mn.find_undertakings(dull)
    yield "undertakings kept", archive.undertakings(), archive.undertakings(owner="Nobody At All")
    yield "questions", archive.questions(), archive.questions(since="2090")
    yield "figures", archive.figures("budget"), archive.figures("zeppelin")
    yield "people", archive.people(), archive.people()[:0]
    yield "links", archive.people().doubtful, archive.people().doubtful[:0]
    yield "checks", mn.verify("The panel met.", archive), mn.verify("The panel met.", archive)[:0]
    yield "meetings", archive.meetings(), archive.meetings()[:0]
    yield "readings", archive.meetings().report(), archive.meetings().report()[:0]
    keywords = mn.keyness(archive.meetings()[:3], archive.meetings()[3:])
    yield "keywords", keywords, keywords[:0]


def test_an_empty_table_has_the_columns_of_one_that_is_not(archive):
    seen = 0
    for name, some, none in asked(archive):
        assert not len(none), name
        if not len(some):
            continue
        seen += 1
        assert none.headings == tuple(some.rows()[0]), name
        assert none.to_csv().splitlines()[0] == some.to_csv().splitlines()[0], name
        if name != "meetings":  # of which a frame is asked level by level
            assert list(none.to_frame().columns) == list(some.to_frame().columns), name
        assert not len(none.to_frame()), name
    assert seen >= 11


def test_nothing_found_can_be_asked_on(archive):
    frame = archive.figures("zeppelin").to_frame()
    assert not len(frame.query("kind == 'money'"))
    assert not len(frame[frame.date > "2020-01-01"])
    assert not len(mn.tag("").to_frame().query("amount > 5"))
