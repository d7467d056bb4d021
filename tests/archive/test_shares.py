"""Archives on network shares: their paths name a server, and other computers do not share SQLite's memory."""

import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from platforms import unless_windows

import minutesnlp as mn
from minutesnlp.archive import database, shares
from minutesnlp.archive.connecting import uri_of
from minutesnlp.archive.shares import REMOTE, is_remote, kind_of, mounted, mounted_on_mac

LINUX = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:27 / /mnt/town\040hall rw,noatime shared:9 - cifs //civic/minutes rw,vers=3.1.1
32 22 8:2 / /mnt rw shared:3 - ext4 /dev/sdb1 rw
33 31 0:40 / /mnt/town\040hall/local rw shared:5 - tmpfs tmpfs rw
34 22 0:41 / /net/desk rw - autofs systemd-1 rw
35 34 0:42 / /net/desk rw - nfs4 desk:/minutes rw
"""
MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//clerk@civic/minutes on /Volumes/Town (old) hall (smbfs, nodev, nosuid, mounted by clerk)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("told", "place", "kind"),
    [
        (mounted(LINUX), "/home/clerk/minutes.archive", "ext4"),
        (mounted(LINUX), "/mnt/town hall/minutes.archive", "cifs"),
        (mounted(LINUX), "/mnt/town hall/local/minutes.archive", "tmpfs"),
        (mounted(LINUX), "/mnt/town hallway", "ext4"),
        (mounted(LINUX), "/net/desk/minutes.archive", "nfs4"),
        (mounted_on_mac(MAC), "/Volumes/Town (old) hall/minutes.archive", "smbfs"),
        (mounted_on_mac(MAC), "/Users/clerk", "apfs"),
        (mounted("what is this\n"), "/home", ""),
    ],
)
def test_the_innermost_file_system_tells_of_what_kind_a_place_is(told, place, kind):
    assert kind_of(PurePosixPath(place), told) == kind
    assert (REMOTE.fullmatch(kind) is not None) == (kind in ("cifs", "nfs4", "smbfs"))


def test_a_folder_of_ones_own_is_no_share(tmp_path):
    assert not is_remote(tmp_path)


@pytest.mark.parametrize(
    ("drive", "remote"),
    [
        ("\\\\civic\\minutes", True),
        ("\\\\?\\UNC\\civic\\minutes", True),
        ("Z:", True),
        ("C:", False),
        ("\\\\?\\C:", False),
    ],
)
def test_drives_of_windows(monkeypatch, drive, remote):
    monkeypatch.setattr(shares, "_kind_of_drive", lambda letter: 4 if letter == "Z:\\" else 3)
    assert shares._is_remote_drive(drive) is remote


def test_on_a_share_nothing_is_logged_ahead(tmp_path, corpus, monkeypatch):
    monkeypatch.setattr(database, "is_remote", lambda _: True)
    archive = mn.Archive.create(tmp_path / "a.archive", corpus)
    assert archive.journal == "delete"
    archive.remove("m1")
    assert [meeting.id for meeting in mn.Archive.open(tmp_path / "a.archive").meetings()] == ["m2", "m3"]


def test_what_was_copied_to_a_share_is_told(folder, monkeypatch):
    told = {one.about for one in mn.doctor(folder)}
    monkeypatch.setattr("minutesnlp.examining.is_remote", lambda _: True)
    (found,) = (one for one in mn.doctor(folder) if one.about not in told)
    assert found.about == "archive's place"
    assert "--replace" in found.advice


@unless_windows
@pytest.mark.parametrize("name", ["\\\\civic\\town hall\\a.sqlite", "a%41?mode=ro#b.sqlite", "a é&c.sqlite"])
def test_sqlite_opens_the_file_that_is_named(tmp_path, monkeypatch, name):
    """Windows's path of a share begins like a server in a URI, which SQLite refuses."""
    monkeypatch.chdir(tmp_path)
    connection = sqlite3.connect(f"{uri_of(PureWindowsPath(name))}?mode=rwc", uri=True)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert [path.name for path in Path().iterdir()] == [name]
