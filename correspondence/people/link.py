"""The one-time set-up link: whoever can read the instance folder may set the office up, and nobody else."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

FILE = "set-up-key"


def make_key(instance: Path) -> str:
    """The key of the set-up link, made at the first call."""
    return private_text(instance / FILE, lambda: secrets.token_urlsafe(24))


def opens(instance: Path, key: str) -> bool:
    """Whether `key` is the key of a link that has not been used up."""
    try:
        kept = (instance / FILE).read_text().strip()
    except OSError:
        return False
    return bool(kept) and secrets.compare_digest(kept.encode(), key.encode(errors="replace"))


def use_up(instance: Path) -> None:
    """From now on the link opens nothing."""
    (instance / FILE).unlink(missing_ok=True)


def private_text(path: Path, make: Callable[[], str]) -> str:
    """What `path` holds, a file only its owner can read; the first call writes `make()` there.

    Written beside it and then linked, so that a reader, or a second first start, sees all of it or none.
    """
    try:
        return path.read_text()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(make())
        file.flush()
        os.fsync(file.fileno())
    try:
        new.rename(path) if os.name == "nt" else os.link(new, path)
    except FileExistsError:
        pass
    finally:
        new.unlink(missing_ok=True)
    return path.read_text()
