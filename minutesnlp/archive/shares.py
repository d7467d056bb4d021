"""Whether a folder lies on a network share, where SQLite's shared memory is not shared with other computers.

SQLite does not always refuse to log ahead of writing there, and then a reader on another computer may see half of what
is written: https://www.sqlite.org/wal.html, “all processes using a database must be on the same host computer”.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

# Kinds of file systems that lie on another computer, or are reached as if they did (9p: Windows drives under Linux).
REMOTE = re.compile(
    r"(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|ncpfs|webdav|davfs\d?|9p|drvfs|ceph|lustre|glusterfs|beegfs|afs)"
    r"|fuse\.(?:sshfs|rclone|davfs\d?|glusterfs|ceph|s3fs|gvfsd-fuse|smbnetfs)",
    re.IGNORECASE,
)
REMOTE_DRIVE = 4  # of Windows's GetDriveType
MOUNT_OF_MAC = re.compile(r".*? on (?P<place>/.*) \((?P<kind>\w+)[^()]*\)\Z")


def is_remote(folder: Path) -> bool:
    """Tell a folder on a network share; where the system does not say, it is taken for one of this computer."""
    place = folder.resolve()
    if os.name == "nt":
        return _is_remote_drive(place.drive)
    try:
        if sys.platform == "darwin":
            mounts = mounted_on_mac(subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5).stdout)
        else:
            mounts = mounted(Path("/proc/self/mountinfo").read_text("utf-8", "replace"))
    except (OSError, subprocess.SubprocessError):
        return False
    return REMOTE.fullmatch(kind_of(place, mounts)) is not None


def kind_of(place: PurePosixPath | Path, mounts: Iterator[tuple[str, str]]) -> str:
    """Return the kind of the file system that a place lies in: of those mounted over it the innermost, and the last."""
    over = [(len(PurePosixPath(at).parts), kind) for at, kind in mounts if place.is_relative_to(at)]
    return max(reversed(over), key=lambda one: one[0], default=(0, ""))[1]


def mounted(told: str) -> Iterator[tuple[str, str]]:
    r"""Give the place and the kind of each file system that Linux tells of.

    >>> list(mounted(r"36 35 0:31 / /mnt/town\040hall rw,noatime - cifs //civic/minutes rw"))
    [('/mnt/town hall', 'cifs')]
    """
    for line in told.splitlines():
        where, _, what = line.partition(" - ")
        fields, kinds = where.split(" "), what.split(" ")
        if len(fields) > 4 and kinds[0]:
            yield re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[4]), kinds[0]


def mounted_on_mac(told: str) -> Iterator[tuple[str, str]]:
    """Give the same of what macOS's `mount` prints.

    >>> list(mounted_on_mac("//clerk@civic/minutes on /Volumes/minutes (smbfs, nodev, mounted by clerk)"))
    [('/Volumes/minutes', 'smbfs')]
    """
    for line in told.splitlines():
        if found := MOUNT_OF_MAC.match(line):
            yield found["place"], found["kind"]


def _is_remote_drive(drive: str) -> bool:
    r"""Tell `\\civic\minutes`, and a letter that stands for it."""
    if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if drive.upper().startswith("\\\\?\\UNC\\"):
        return True
    return _kind_of_drive(drive[-2:] + "\\") == REMOTE_DRIVE


def _kind_of_drive(root: str) -> int:
    import ctypes

    system: Any = ctypes
    return int(system.windll.kernel32.GetDriveTypeW(root))
