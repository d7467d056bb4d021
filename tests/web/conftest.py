import pytest

import minutesnlp as mn
from web_desk import opened

MARCH = """\
Agenda and minutes

Fostering Panel - Monday 6th March, 2023 4.00 pm

Items
No. Item

22/41

Foster Carer Campaign

Minutes:

The Head of Fostering reported that 14 foster carers had been approved since April 2022, at a cost of £48,500.

Councillor A Wren asked how many foster carers had left. The Head of Fostering would circulate a note by 1 May 2023.

AGREED that:

1.        The report be noted.

2.        A further report be brought to the June meeting.

22/42

Allotment Rents

Minutes:

Rents would rise by 3%.

NOTED
"""

# Whatever of this is not escaped runs, or breaks the page.
HOSTILE_TITLE = '<script>alert("title")</script> & Zeppelins'
HOSTILE = (
    "The zeppelin <img src=x onerror=alert(1)> cost £12,000 \"net\" & 'gross'. "
    "RESOLVED that the <b>zeppelin</b> be sold."
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("desk") / "minutes"
    place.mkdir()
    (place / "march.txt").write_text(MARCH, "utf-8")
    return place


@pytest.fixture(scope="session")
def archive(folder):
    made = mn.Archive.create(folder.parent / "desk.archive", folder)
    made.add(mn.read_text(HOSTILE, title=HOSTILE_TITLE, number="22/50", date="2023-06-04"))
    return made


@pytest.fixture(scope="session")
def client(archive):
    with opened(archive) as made:
        yield made


@pytest.fixture(scope="session")
def example():
    """A page over the example minutes."""
    with opened(mn.Archive.in_memory(mn.example_corpus())) as made:
        yield made


@pytest.fixture
def empty(tmp_path):
    """A page over an archive of its own, to add to."""
    with opened(mn.Archive.create(tmp_path / "empty.archive", mn.Corpus())) as made:
        yield made
