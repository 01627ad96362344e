"""`((fields))` in our texts and `[[tokens]]` in a letterhead: words put in their place, never executed."""

import re
from collections.abc import Callable, Mapping

_FIELD = re.compile(r"\(\(([^()\n]{1,100})\)\)")
_TOKEN = re.compile(r"\[\[([^\[\]\n]{1,100})\]\]")
_OPEN = re.compile(r"\(\([^()\n]{0,100}\)\)|\[\[[^\[\]\n]{0,100}\]\]|\(\(|\[\[")


def name(written: str) -> str:
    """A name as it is looked up: "MP name", "mp-name" and "MP_NAME" are all `mp_name`."""
    return re.sub(r"[\s_-]+", "_", written.strip()).lower()


def fields(text: str) -> list[str]:
    """The names of the ((fields)) of a text, in order, once each."""
    return list(dict.fromkeys(name(match[1]) for match in _FIELD.finditer(text)))


def token_spans(text: str) -> list[tuple[int, int, str]]:
    """(start, end, name) of each [[token]] of a text, in order."""
    return [(match.start(), match.end(), name(match[1])) for match in _TOKEN.finditer(text)]


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with each ((field)) that has a value replaced by it; the others stay as they are.

    One pass: a value is text, so a field inside a value is not filled.
    """
    return _FIELD.sub(_value(values), text)


def unfilled(text: str) -> list[str]:
    """What a reader would see as unfilled: each ((field)) or [[token]], and a lone "((" or "[["."""
    return list(dict.fromkeys(_OPEN.findall(text)))


def _value(values: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: values.get(name(match[1])) or match[0]
