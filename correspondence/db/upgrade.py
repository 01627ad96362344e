"""The database's revision: what it is, and how it is brought to the program's."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from correspondence.config import Settings, data_folder
from correspondence.db.engine import make_engine, sqlite_driver
from correspondence.db.trouble import told_plainly
from correspondence.errors import Refused

COPIES_KEPT = 5


def upgrade(settings: Settings, now: dt.datetime) -> None:
    """Make the instance folder and bring its database to the program's revision, after a copy of it.

    Refused where the database is newer than the program, cannot be reached, or the disk is full.
    """
    with told_plainly():
        settings.instance.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = make_engine(settings.database)
        try:
            before = revision(engine)
            if before == revisions()[-1]:
                return
            if before is not None:
                _refuse_newer(before)
                _copy(engine, settings.instance / "backups" / f"before-{revisions()[-1]}", now)
            with migrating(engine) as connection:
                migrate(connection)
            _keep_private(engine)
        finally:
            engine.dispose()


def revisions() -> list[str]:
    """The revisions this program knows, oldest first: a migration's file name starts with its own."""
    return sorted(path.name[:4] for path in (data_folder("migrations") / "versions").glob("[0-9]*.py"))


def revision(at: Engine | Connection) -> str | None:
    """The revision a database is at; None where it has no tables yet."""
    if isinstance(at, Engine):
        with at.connect() as connection:
            return revision(connection)
    if not inspect(at).has_table("alembic_version"):
        return None
    found: str | None = at.scalar(text("SELECT version_num FROM alembic_version"))
    return found


@contextlib.contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction that may change tables; another that migrates waits for it.

    On SQLite the foreign keys rest meanwhile, for making a table anew drops the old one, and with
    them on that deletes every row that belongs to it. They are checked before the commit.
    """
    sqlite = engine.dialect.name == "sqlite"
    with engine.execution_options(write=True).connect() as connection:
        driver = connection.connection.driver_connection
        if sqlite and driver is not None:
            driver.execute("PRAGMA foreign_keys = OFF")  # has no effect once a transaction has begun
        try:
            with connection.begin():
                if not sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(20261121)"))
                yield connection
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise Refused("The database was not changed: rows would have lost what they belong to.")
        finally:
            if sqlite and driver is not None:
                driver.execute("PRAGMA foreign_keys = ON")


def migrate(connection: Connection, target: str = "head") -> None:
    """Bring the tables up to `target`, a revision or "head", or down to one, within the transaction."""
    from alembic import command  # takes a third of a second, and most starts have nothing to migrate
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(data_folder("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    goal = {"head": revisions()[-1], "base": ""}.get(target, target)
    change = command.downgrade if goal < (revision(connection) or "") else command.upgrade
    change(config, target)


def _refuse_newer(before: str) -> None:
    if before not in revisions():
        raise Refused(
            f"The database is newer than this program (its revision is {before}). "
            "Install the newer program, or restore a backup made with this one."
        )


def _copy(engine: Engine, stem: Path, now: dt.datetime) -> None:
    """Copy an SQLite database to a file named after `stem`, keeping the newest few such copies."""
    if not (file := _file(engine)):
        return
    stem.parent.mkdir(exist_ok=True, mode=0o700)
    unfinished = stem.with_suffix(".tmp")
    unfinished.touch(mode=0o600)
    with (
        contextlib.closing(sqlite_driver.connect(file)) as old,
        contextlib.closing(sqlite_driver.connect(unfinished)) as new,
    ):
        old.backup(new)
    unfinished.replace(stem.with_name(f"{stem.name}-{now:%Y%m%dT%H%M%SZ}.sqlite3"))
    copies = sorted(stem.parent.glob("before-*.sqlite3"), key=lambda copy: copy.name[-24:])
    for oldest in copies[:-COPIES_KEPT]:
        oldest.unlink()


def _keep_private(engine: Engine) -> None:
    if file := _file(engine):
        file.chmod(0o600)


def _file(engine: Engine) -> Path | None:
    """The file of an SQLite database; None for one in memory and for PostgreSQL."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None
