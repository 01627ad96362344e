"""What a database or a disk may refuse, as a sentence for the person in front of it."""

import contextlib
import errno
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from correspondence.errors import Damaged, NotNow, Refused

FULL = "The disk is full. Make room on it and try again; what was saved before is safe."
BUSY = "The database is busy. Try again in a moment."
AWAY = "The database cannot be reached. Check that it runs and that its address is right."
DAMAGED = "The database file is damaged or is not a database. Restore a backup."
KINDS = {FULL: NotNow, BUSY: NotNow, AWAY: NotNow, DAMAGED: Damaged}

# What SQLite, PostgreSQL or the system say, in the order to look for it.
SENTENCES = (
    ("disk is full", FULL),
    ("no space left", FULL),
    ("database is locked", BUSY),
    ("not a database", DAMAGED),
    ("malformed", DAMAGED),
    ("could not decode", DAMAGED),
    (
        "readonly database",
        "The database may not be written to. Check the permissions of the instance folder.",
    ),
    ("unable to open database", "The database file cannot be opened. Check the folder and its permissions."),
    (
        "disk i/o error",
        "The disk could not be read or written. Check the disk; what was saved before is safe.",
    ),
    ("connection", AWAY),
)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what a database or a disk refuses into a Refused with a sentence; let other errors pass."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        sentence = plainly(error)
        if sentence is None:
            raise
        raise KINDS.get(sentence, Refused)(sentence) from error


def plainly(error: DBAPIError | OSError) -> str | None:
    """The sentence for an error, or None where it is not one a person can do something about."""
    if isinstance(error, PermissionError):
        return f"There is no permission to write {error.filename}."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return FULL
    said = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    return next((sentence for words, sentence in SENTENCES if words in said), None)
