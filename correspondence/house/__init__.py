"""Is everything whole; safe copies, and how to get back from one."""

from correspondence.house.backup import backup
from correspondence.house.check import Findings, check
from correspondence.house.restore import restore

__all__ = ["Findings", "backup", "check", "restore"]
