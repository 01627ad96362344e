"""The HTML of a mail as text. Nothing is fetched, run or laid out; what a reader would not see is left out.

Not a layout engine: those pad tables and margins with spaces, so that 80 kB of HTML can become 40 MB.
"""

import re
from collections.abc import Mapping

from lxml import etree

from correspondence import text

_UNSEEN = frozenset(
    "head script style title noscript template svg math object iframe canvas audio video map select".split()
)
_PARTED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol table blockquote hr pre dl".split())  # a blank line round them
_LINES = frozenset(
    "div tr li dt dd address article aside center footer form header main nav section caption figure".split()
)
_CELLS = frozenset(("td", "th"))
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0*)?(?:;|!|$)")
_TINY = re.compile(r"font-size:(?:0(?:\.0+)?[a-z%]{0,3}|[01](?:\.\d+)?p[xt])(?:;|!|$)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PICTURE = re.compile(r"data:[^\s\"'<>)]{100,}")  # a picture written into an address
_QUOTES = 5  # marks of quoting kept; deeper ones say nothing more


def to_text(html: str) -> str:
    """What a reader would see of `html`, lists marked "- ", quoted mail marked "> ", a tab between cells."""
    html = _PICTURE.sub("", text.clean(html))
    if not html.strip():
        return ""
    parser = etree.HTMLParser(target=_Reader(), no_network=True, huge_tree=False, remove_comments=True)
    parser.feed(html)
    return text.clean(str(parser.close()))


class _Reader:
    """A target for lxml's parser, so that no tree is built: what is open, and the line being read."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._has_text = False
        self._mark = ""
        self._open: list[tuple[bool, bool]] = []  # unseen for good; too small to read
        self._quoted = 0
        self._kept = 0  # open <pre>, in which line ends count

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        unseen, tiny = self._open[-1] if self._open else (False, False)
        style = "".join(attributes.get("style", "")[:2000].lower().split())
        tiny = _TINY.search(style) is not None if "font-size:" in style else tiny
        unseen = unseen or tag in _UNSEEN or "hidden" in attributes or _HIDDEN.search(style) is not None
        self._open.append((unseen, tiny))
        self._part(tag)
        if tag == "br":
            self._end_line()
        elif tag == "li":
            self._mark = "- "
        elif tag in _CELLS and self._has_text:
            self._line.append("\t")
        self._count(tag, 1)

    def end(self, tag: str) -> None:
        if self._open:
            self._open.pop()
        self._part(tag)
        self._count(tag, -1)

    def data(self, data: str) -> None:
        if self._open and any(self._open[-1]):
            return
        lines = data.split("\n") if self._kept else [_SPACE.sub(" ", data)]
        for position, line in enumerate(lines):
            if position:
                self._end_line()
            self._line.append(line)
            self._has_text = self._has_text or line.strip() != ""

    def close(self) -> str:
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")

    def _count(self, tag: str, step: int) -> None:
        if tag == "blockquote":
            self._quoted = max(0, self._quoted + step)
        elif tag == "pre":
            self._kept = max(0, self._kept + step)

    def _part(self, tag: str) -> None:
        """What the beginning and the end of `tag` do to the line being read."""
        if (tag in _LINES or tag in _PARTED) and self._has_text:
            self._end_line()
        if tag in _PARTED and self._lines and self._lines[-1] and not self._mark:
            self._lines.append("")

    def _end_line(self) -> None:
        line = "".join(self._line)
        line = line.rstrip() if self._kept else re.sub(" {2,}", " ", line).strip()
        line = self._mark + line if line else ""
        quote = ">" * min(self._quoted, _QUOTES)
        self._lines.append(f"{quote} {line}" if quote and line else line)
        self._line.clear()
        self._has_text = False
        self._mark = "" if line else self._mark
