"""A hit's item and meeting are whole, though they are read only when somebody looks."""

import pickle

import pytest

from minutesnlp.archive import Archive
from minutesnlp.archive.later import Later


def test_a_hit_tells_its_meeting_and_reads_it_when_it_is_looked_at(folder, corpus, monkeypatch):
    archive = Archive.open(folder)
    database = archive._store.database
    read = []
    inner = type(database)._read
    monkeypatch.setattr(type(database), "_read", lambda self, key: read.append(key) or inner(self, key))
    hit = archive.search("bus fares")[0]
    assert (hit.meeting.id, hit.meeting.attendance, str(hit.item)) == ("m1", corpus[0].attendance, "21/1 Budget")
    assert read == []
    assert hit.item == corpus[0].items[0]
    assert hit.meeting == corpus[0]
    assert hash(hit.meeting) == hash(corpus[0])
    assert hit.meeting.paragraphs == corpus[0].paragraphs
    assert len(read) == 1
    assert pickle.loads(pickle.dumps(hit)) == hit


def test_later_is_the_tuple():
    later = Later(lambda: (1, 2))
    assert later == Later(lambda: (1, 2)) != (1,)
    three = (3,)
    assert later + three == (1, 2, 3)
    assert three + later == (3, 1, 2)
    assert [*later] == [1, 2]
    assert repr(later) == "(1, 2)"
    assert hash(later) == hash((1, 2))
    assert later[0] == 1


def test_how_many_there_are_may_be_known_before_they_are_read():
    read = []
    later = Later(lambda: read.append(1) or (1, 2), 2)
    assert (len(later), read) == (2, [])
    assert (later, read) == ((1, 2), [1])


def test_what_is_gone_is_told():
    def lost():
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        len(Later(lost))
