"""The engine, its sessions, the one way to read an office's rows, and the database's revisions."""

from correspondence.db.engine import fold_log, make_engine, sqlite_driver, wal_is_safe
from correspondence.db.sessions import (
    enter,
    make_session,
    mine,
    one,
    one_at_a_time,
    only_read,
    reading,
    transaction,
)
from correspondence.db.trouble import told_plainly
from correspondence.db.upgrade import migrate, migrating, revision, revisions, upgrade

__all__ = [
    "enter", "fold_log", "make_engine", "make_session", "migrate", "migrating", "mine", "one",
    "one_at_a_time", "only_read", "reading", "revision", "revisions", "sqlite_driver", "told_plainly",
    "transaction", "upgrade", "wal_is_safe",
]  # fmt: skip
