"""The command line: a few lines over bank, inbox, desk, people and house."""

from correspondence.cli.frame import main, root

__all__ = ["main", "root"]
