"""An archive that is closed lets go of its files, and says so when it is asked."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from minutesnlp.archive import Archive
from minutesnlp.errors import ArchiveError


def held(folder):
    """Return which files below a folder this process has open or mapped; only Linux tells."""
    fds = Path("/proc/self/fd")
    if not fds.is_dir():
        pytest.skip("this system does not tell which files are open")
    links = [os.readlink(link) for link in fds.iterdir() if link.is_symlink()]
    maps = Path("/proc/self/maps").read_text().splitlines()
    return [each for each in (*links, *maps) if str(folder) in each]


def test_a_closed_archive_holds_no_file(folder):
    with Archive.open(folder) as archive:
        assert archive.search("bus")[0].meeting.id
        assert archive.decisions() is not None
        assert held(folder)
    assert held(folder) == []


def test_the_connections_of_other_threads_are_closed_too(folder):
    archive, asked, closed = Archive.open(folder), threading.Event(), threading.Event()

    def ask():
        assert archive.search("bus")[0].meeting.id
        asked.set()
        closed.wait(30)

    thread = threading.Thread(target=ask)
    thread.start()
    assert asked.wait(30)
    archive.close()
    left = held(folder)
    closed.set()
    thread.join()
    assert left == []


def test_its_folder_can_be_deleted(folder):
    """As on Windows it cannot while it is open."""
    Archive.open(folder).close()
    shutil.rmtree(folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    "ask",
    [
        lambda archive: archive.search("bus"),
        lambda archive: archive.meetings(),
        lambda archive: archive.people(),
        lambda archive: archive.decisions(),
        lambda archive: archive.add([]),
        lambda archive: archive.compact(),
        lambda archive: archive.verify(),
        len,
    ],
)
def test_what_is_asked_of_a_closed_archive_is_refused(folder, ask):
    archive = Archive.open(folder)
    archive.close()
    archive.close()
    with pytest.raises(ArchiveError, match=r"was closed\. Open the archive again"):
        ask(archive)
    assert repr(archive) == f"Archive(closed, {folder})"


def test_a_hit_of_a_closed_archive_has_what_it_was_asked_before(folder):
    archive = Archive.open(folder)
    hit = archive.search("bus")[0]
    name, text = hit.meeting.id, hit.paragraph.text
    archive.close()
    assert (hit.meeting.id, hit.paragraph.text) == (name, text)


def test_an_archive_in_memory_is_closed_alike(corpus):
    with Archive.in_memory(corpus) as archive:
        assert archive.search("bus").total == 2
    with pytest.raises(ArchiveError, match="the archive in memory: was closed"):
        archive.search("bus")
