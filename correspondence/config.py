"""Settings, read once from the environment; nothing below the shells reads the environment itself."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from correspondence.errors import Refused

CHECKOUT = Path(__file__).resolve().parent.parent


def data_folder(name: str) -> Path:
    """`templates` or `migrations`: in the checkout when there is one, else inside the installed package.

    An editable install leaves a stale copy in the package, so the checkout comes first.
    """
    if (CHECKOUT / "pyproject.toml").exists():
        return CHECKOUT / name
    return Path(__file__).resolve().parent / "_data" / name


def sqlite_url(file: Path) -> str:
    """The SQLAlchemy URL of an SQLite database; its path may hold spaces, "%" and "?"."""
    return f"sqlite:///{quote(file.as_posix())}"


@dataclass(frozen=True)
class Settings:
    """instance: folder for database, secrets and copies. database: an SQLAlchemy URL. port: 1 to 65535.

    model: a folder with model.onnx and tokenizer.json to use instead of the one that is shipped.
    hosts: names the pages are served under besides 127.0.0.1 and localhost.
    """

    instance: Path
    database: str
    port: int = 8765
    model: Path | None = None
    hosts: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        default = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
        instance = Path(environ.get("CORRESPONDENCE_INSTANCE") or default / "instance").resolve()
        model = environ.get("CORRESPONDENCE_MODEL_DIR")
        return cls(
            instance=instance,
            database=environ.get("CORRESPONDENCE_DATABASE")
            or sqlite_url(instance / "correspondence.sqlite3"),
            port=_port(environ.get("CORRESPONDENCE_PORT", "8765")),
            model=Path(model) if model else None,
            hosts=tuple(environ.get("CORRESPONDENCE_HOSTS", "").lower().replace(",", " ").split()),
        )


def _port(value: str) -> int:
    if value.isdecimal() and 1 <= int(value) <= 65535:
        return int(value)
    raise Refused(f"CORRESPONDENCE_PORT is {value!r}; it must be a whole number from 1 to 65535.")
