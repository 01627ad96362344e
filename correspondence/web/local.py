"""Addresses we may send a browser to: our own paths, and nothing that only looks like one."""

import re

_OWN_PATH = re.compile(r"/(?![/\\])[A-Za-z0-9/_.~-]*(\?[A-Za-z0-9/_.~&=%+*-]*)?")


def local_path(wanted: str | None) -> str | None:
    """`wanted` when it is a path of this app, with or without a query, else None.

    A backslash, a second slash, a control character, an escape before the query: browsers read some of
    those as another site's name, so none is let through.
    """
    if wanted and len(wanted) < 500 and _OWN_PATH.fullmatch(wanted) and ".." not in wanted:
        return None if "//" in wanted.partition("?")[0] else wanted
    return None
