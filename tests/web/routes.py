"""Every route of the app, taken from its own map, so that a new one is tested from its first day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Route:
    """method and rule name it; `ids` are the arguments that are a row's number: name -> table."""

    method: str
    rule: str
    endpoint: str
    ids: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]

    def path(self, made: Mapping[str, int], **instead: int) -> str:
        """Its address for these rows; `instead` gives other numbers for some arguments."""
        values = {name: str(instead.get(name, made[table])) for name, table in self.ids}
        values |= dict(self.others)
        return re.sub(r"<(?:[^:<>]*(?:\([^)]*\))?:)?(\w+)>", lambda found: values[found[1]], self.rule)

    def __str__(self) -> str:
        return f"{self.method} {self.rule}"


def routes(app: Flask) -> list[Route]:
    """Every method of every rule, but HEAD and OPTIONS, in the order of their addresses."""
    found = [
        Route(method, rule.rule, rule.endpoint, _ids(rule), tuple(_others(rule)))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]
    return sorted(found, key=lambda route: (route.rule, route.method))


def _ids(rule: Rule) -> tuple[tuple[str, str], ...]:
    """`message_id` is the number of a row of the table `message`."""
    return tuple((name, name.removesuffix("_id")) for name in sorted(rule.arguments) if name.endswith("_id"))


def _others(rule: Rule) -> Iterator[tuple[str, str]]:
    converters: Mapping[str, Any] = rule._converters
    for name in rule.arguments:
        if not name.endswith("_id"):
            allowed = sorted(getattr(converters[name], "items", ()))
            yield name, allowed[0] if allowed else "shell.js"
