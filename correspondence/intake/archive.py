"""Files that come together: in a zip archive or a folder. Their paths are names to show and nothing else."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from correspondence.errors import Refused
from correspondence.intake import limits
from correspondence.text import one_line

ENTRIES = 5_000  # files of one archive
INFLATED = 1_000 * limits.MEGABYTE  # bytes of all of them
DIRECTORY = 2 * limits.MEGABYTE  # bytes of its list of files, read before anything else
NAME = 200  # characters of a name that are kept, its end

_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_TAIL = 66_000  # bytes in which the end of an archive is looked for, its comment among them
_SYSTEM = {"thumbs.db", "desktop.ini", "icon"}
_BROKEN = "This archive is damaged and cannot be opened. Make it again, or bring the files in as a folder."
_LARGE = "This archive holds more than can be brought in at once. Make several of it."
_BOMB = "This archive unpacks to far more than letters hold, so it was not opened."
_LOCKED = "This file is protected with a password. Save a copy without one, and use that."
_LOST = "This file is damaged inside the archive. Add it again, or bring it in by itself."
_NESTED = "This is an archive inside the archive, so it was not opened. Bring it in by itself."


@dataclass(frozen=True)
class Found:
    """A file among others. name: its path below what was given, to show. why: it could not be got at."""

    name: str
    data: bytes = b""
    why: str = ""


def plain_name(path: str) -> str:
    """A path as a name: on one line, without a drive, steps up, or a beginning at the root."""
    parts = one_line(path, 2_000).replace("\\", "/").split("/")
    kept = [part.strip() for part in parts if part.strip() not in ("", ".", "..") and not part.endswith(":")]
    return "/".join(kept)[-NAME:]


def is_of_the_system(path: str) -> bool:
    """Whether this is no file of a person's but one that Windows, macOS or Word put beside theirs."""
    parts = path.replace("\\", "/").casefold().split("/")
    hidden = any(part.startswith((".", "~$")) and part not in (".", "..") for part in parts)
    return hidden or "__macosx" in parts or parts[-1].strip() in _SYSTEM


def is_archive(name: str, stream: IO[bytes]) -> bool:
    """Whether this is a zip archive of files: not a Word file that is called one."""
    if not name.casefold().endswith(".zip"):
        return False
    try:
        return not {"[content_types].xml", "mimetype"} & {
            entry.filename.lower() for entry in _opened(stream).infolist()
        }
    except Refused:  # which `unpack` says
        return True
    finally:
        stream.seek(0)


def unpack(stream: IO[bytes]) -> Iterator[Found]:
    """The files in a zip archive, one after another; of those of the system only the names.

    Refused, before anything comes out of it, for one that is damaged, empty, or holds too much.
    """
    opened = _opened(stream)
    entries = [entry for entry in opened.infolist() if not entry.is_dir()]
    if not entries:
        raise Refused("There is no file in this archive.")
    for entry in entries:
        name = plain_name(entry.filename)
        if is_of_the_system(entry.filename):
            yield Found(name)
            continue
        try:
            yield Found(name, _inflated(opened, entry))
        except Refused as refusal:
            yield Found(name, why=str(refusal))


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """The archive, counted by its own list of files, which is measured before it is read."""
    length = stream.seek(0, io.SEEK_END)
    if not length:
        raise Refused("This file is empty.")
    stream.seek(max(0, length - _TAIL))
    tail = stream.read(_TAIL)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise Refused(_BROKEN)
    if int.from_bytes(tail[end + 12 : end + 16], "little") > DIRECTORY or tail[:end][-20:].startswith(
        _END_64
    ):
        raise Refused(_LARGE)
    try:
        opened = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError) as error:
        raise Refused(_BROKEN) from error
    _check(opened.infolist(), length)
    return opened


def _check(entries: list[zipfile.ZipInfo], length: int) -> None:
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > INFLATED:
        raise Refused(_LARGE)
    if any(e.file_size > limits.SMALL and e.file_size > limits.RATIO * e.compress_size for e in entries):
        raise Refused(_BOMB)
    if sum(entry.compress_size for entry in entries) > length:  # entries that share their bytes
        raise Refused(_BROKEN)


def _inflated(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry; zipfile gives no more of it than the list declares."""
    if entry.filename.casefold().endswith(".zip"):
        raise Refused(_NESTED)
    if entry.file_size > limits.MAIL:
        raise Refused(f"This file is too large: it may have {limits.MAIL // limits.MEGABYTE} MB at most.")
    if entry.flag_bits & 1:
        raise Refused(_LOCKED)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(_LOST)
    try:
        return opened.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused(_LOST) from error
    except RuntimeError as error:  # what zipfile raises for encryption it learns of late
        raise Refused(_LOCKED) from error
