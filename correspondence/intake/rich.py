"""The rich text of an Outlook message: unpacked, and made HTML or plain text again."""

import re
import struct

from correspondence.errors import Refused
from correspondence.intake import limits, markup

# What every packed text may point back to before it has said anything: [MS-OXRTFCP] 2.1.2.1.
_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_RING = 4096
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_UNSEEN = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr footnote"
    " themedata listtable listoverridetable rsidtbl generator xmlnstbl datastore filetbl".split()
)
_SPACE = {"par": "\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "tab": "\t", "row": "\n", "cell": "\t"}
_SIGNS = {
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
}


def unpacked(data: bytes) -> bytes:
    """The RTF in a compressed body ([MS-OXRTFCP]); Refused where it is none."""
    if len(data) < 16:
        raise Refused("The text of this message is damaged.")
    packed, size, mark = struct.unpack("<II4s", data[:12])
    body = data[16 : packed + 4]
    if mark == b"MELA":
        return body[:size]
    if mark != b"LZFu" or size > limits.TEXT:
        raise Refused("The text of this message is damaged.")
    return _unfolded(body, size)


def _unfolded(body: bytes, size: int) -> bytes:
    ring = bytearray(_KNOWN.ljust(_RING, b"\0"))
    written, out, at = len(_KNOWN), bytearray(), 0
    while at < len(body) and len(out) < size:
        control, at = body[at], at + 1
        for bit in range(8):
            if at >= len(body) or len(out) >= size:
                break
            if not control >> bit & 1:
                piece, at = body[at : at + 1], at + 1
            elif at + 2 > len(body):
                return bytes(out)
            else:
                where, length = divmod(int.from_bytes(body[at : at + 2], "big"), 16)
                at += 2
                if where == written % _RING:
                    return bytes(out)
                piece = b""
                for step in range(length + 2):
                    byte = ring[(where + step) % _RING]
                    ring[written % _RING] = byte
                    written += 1
                    out.append(byte)
            for byte in piece:
                ring[written % _RING] = byte
                written += 1
                out.append(byte)
    return bytes(out)


def to_text(rich: bytes) -> str:
    """The words of an RTF, or of the HTML that Outlook has put inside one ([MS-OXRTFEX])."""
    is_html = b"\\fromhtml" in rich[:1000]
    written = _Reader(is_html).read(rich.decode("latin-1"))
    return markup.to_text(written[: limits.HTML]) if is_html else written


class _Reader:
    """One pass over the tokens. A group is unseen, or what only Outlook's HTML hides (\\htmlrtf), or text."""

    def __init__(self, is_html: bool) -> None:
        self._is_html = is_html
        self._out: list[str] = []
        self._groups: list[tuple[bool, bool, int]] = []
        self._unseen = self._hidden = False
        self._skip, self._to_skip = 1, 0  # letters that stand for a \u for older programs
        self._is_starred = False
        self._set = "cp1252"

    def read(self, rich: str) -> str:
        for token in _TOKEN.finditer(rich):
            word, number, byte, sign, brace, plain = token.groups()
            if brace:
                self._brace(brace)
            elif word:
                self._word(word, int(number) if number else None)
            elif byte:
                self._say(bytes.fromhex(byte).decode(self._set, "replace"), 1)
            elif sign:
                self._sign(sign)
            elif plain:
                self._plain(plain)
        return "".join(self._out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self._groups.append((self._unseen, self._hidden, self._skip))
        elif self._groups:
            self._unseen, self._hidden, self._skip = self._groups.pop()
        self._to_skip, self._is_starred = 0, False

    def _word(self, word: str, number: int | None) -> None:
        starred, self._is_starred = self._is_starred, False
        if word in _UNSEEN or (starred and not (self._is_html and word == "htmltag")):
            self._unseen = True
        elif starred:
            self._hidden = False
        elif word == "htmlrtf":
            self._hidden = number != 0
        elif word == "uc":
            self._skip = number or 0
        elif word == "ansicpg" and number:
            self._set = (
                f"cp{number}" if number in range(1250, 1259) or number in (932, 936, 949, 950) else "cp1252"
            )
        elif word == "u" and number is not None:
            self._say(chr(number % 65536), 0)
            self._to_skip = self._skip
        elif word in _SPACE and not self._is_html:
            self._say(_SPACE[word], 0)
        elif word in _SPACE and word in ("par", "line", "tab"):
            self._say(_SPACE[word][0], 0)
        elif word in _SIGNS:
            self._say(_SIGNS[word], 0)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif sign in "\\{}":
            self._say(sign, 1)
        elif sign == "~":
            self._say(" ", 1)
        elif sign == "_":
            self._say("-", 1)

    def _plain(self, plain: str) -> None:
        skipped = min(self._to_skip, len(plain))
        self._to_skip -= skipped
        self._say(plain[skipped:], 0)

    def _say(self, words: str, skips: int) -> None:
        if skips and self._to_skip:
            self._to_skip -= skips
        elif not (self._unseen or self._hidden):
            self._out.append(words)
