"""How much of a file is looked at: everything is counted before it is opened or built."""

import io
import zipfile
import zlib
from collections import Counter

from correspondence.errors import Refused

MEGABYTE = 1024 * 1024
FILE = 25 * MEGABYTE  # bytes of a Word or text file
MAIL = 50 * MEGABYTE  # bytes of a mail with its attachments
TEXT = 10_000_000  # characters of one Document: about five thousand pages

PARTS = 1_000  # of a mail, those of forwarded mails counted in
DEPTH = 30  # of parts within parts
HEADERS = 256 * 1024  # bytes of one header block
HEADER = 8_000  # bytes of one header that are read
HTML = 1_000_000  # characters of HTML turned into text, over all parts of a mail

ENTRIES = 2_000  # of a zip archive
INFLATED = 100 * MEGABYTE  # bytes of all entries
RATIO = 200  # inflated to packed, for entries larger than SMALL
SMALL = MEGABYTE
TAGS = 400_000  # opening and closing tags of one XML part: some four hundred pages

_ENTRY = b"PK\x01\x02"
_ARCHIVES = (".zip", ".jar", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".docx", ".docm", ".dotx", ".dotm")
_BROKEN = "This Word file is damaged and cannot be opened. Open it in Word, save it again, and try once more."
_TOO_MUCH = "This Word file unpacks to far more than a letter holds, so it was not opened."


def within(data: bytes, limit: int, what: str) -> None:
    """Refuse more than `limit` bytes. `what` begins the sentence: "This Word file"."""
    if len(data) > limit:
        raise Refused(f"{what} is too large: it may have {limit // MEGABYTE} MB at most.")


def within_text(text: str) -> str:
    """`text`, if it is no longer than a Document may be."""
    if len(text) > TEXT:
        raise Refused(f"This file holds more than {TEXT // 1_000_000} million characters of text.")
    return text


def archive(data: bytes) -> zipfile.ZipFile:
    """The zip archive in `data`, of which it is safe to read any entry: nothing in it is inflated yet.

    zipfile never gives more of an entry than the directory declares, so what is declared is a true bound.
    """
    if data.count(_ENTRY) > ENTRIES:
        raise Refused(_TOO_MUCH)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError) as error:
        raise Refused(_BROKEN) from error
    entries = opened.infolist()
    _check_sizes(entries, len(data))
    _check_names(entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("This file is protected with a password. Save a copy without one, and use that.")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise Refused(_BROKEN)
    return opened


def _check_sizes(entries: list[zipfile.ZipInfo], length: int) -> None:
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > INFLATED:
        raise Refused(_TOO_MUCH)
    if any(e.file_size > SMALL and e.file_size > RATIO * e.compress_size for e in entries):
        raise Refused(_TOO_MUCH)
    if sum(entry.compress_size for entry in entries) > length:  # entries that share their bytes
        raise Refused(_BROKEN)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    if any(count > 1 for count in Counter(names).values()):
        raise Refused(_BROKEN)
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise Refused(_BROKEN)
    # Word keeps a copy of an embedded document in one folder; nothing there is ever opened.
    if any(name.endswith(_ARCHIVES) and "/embeddings/" not in name for name in names):
        raise Refused("This file has another archive inside it, so it was not opened.")


def inflate(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry of an `archive`, counted while they come out."""
    chunks: list[bytes] = []
    left = min(entry.file_size, INFLATED)
    try:
        with opened.open(entry) as stream:
            while chunk := stream.read(MEGABYTE):
                left -= len(chunk)
                if left < 0:
                    raise Refused(_TOO_MUCH)
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused(_BROKEN) from error
    except RuntimeError as error:  # what zipfile raises for encryption it learns of late
        raise Refused(_BROKEN) from error
    return b"".join(chunks)
