"""Plain text in, plain text out: cleaning, paragraphs, sentences, words."""

import re
import unicodedata

Span = tuple[int, int]

# Every control character but tab and newline, lone surrogates and non-characters: Word files and
# PostgreSQL refuse them. Direction marks go too, for they let a name read otherwise than it is.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)

# Marks that pile up on one letter. Composing takes time quadratic in their number, and no language
# puts more than a few; Unicode's own limit for safe streams is 30.
_MARKS = "".join(re.escape(chr(code)) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
_MANY = re.compile("[\u0300-\U0001efff]{31}")  # cheap to look for; hardly any text has it
_PILED = re.compile(f"([{_MARKS}]{{30}})[{_MARKS}]+")


def clean(text: str) -> str:
    """`text` with "\\n" line ends, composed letters, plain spaces, and no character a letter cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _UNWANTED.sub("", text)
    text = re.sub("[\u00a0\u2007\u202f]", " ", text)
    if _MANY.search(text):
        text = _PILED.sub(r"\1", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str, limit: int = 300) -> str:
    """`text` cleaned, on one line, at most `limit` characters: for names, titles, subjects."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a cleaned text. A blank line parts them; where there is none, each line is one."""
    return [text[start:end] for start, end in paragraph_spans(text)]


def paragraph_spans(text: str) -> list[Span]:
    """Where the paragraphs of a cleaned text stand, without white space round them."""
    pattern = r"\n[ \t]*\n\s*" if re.search(r"\S[ \t]*\n[ \t]*\n\s*\S", text) else r"\n"
    return _trimmed(text, _pieces(pattern, text, 0, len(text)))


_SHORT = frozenset(
    """mr mrs ms mx dr rev revd prof hon rt st sir cllr gen col capt sgt lt maj no nos para paras ch sec art
    fig vol pp ed eds dept govt inc ltd co corp bros jr sr v vs viz cf al approx est tel ext ref refs encl
    e.g i.e p.a p.m a.m u.k u.s e.u jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_NOT_SPACE = re.compile(r"\S")
_END = re.compile(r"""(?<![.!?…])[.!?…]+["'”’)\]]*(?:\[\d{1,3}\])*(?=\s)""")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where the sentences of text[start:end] stand.

    The end of a paragraph ends a sentence; the dot of an abbreviation or an initial does not.
    """
    spans: list[Span] = []
    end = len(text) if end is None else end
    for piece_start, piece_end in _trimmed(text, _pieces(r"\n[ \t]*\n\s*", text, start, end)):
        begin = piece_start
        for stop in _END.finditer(text, piece_start, piece_end):
            if _ends_sentence(text, begin, stop, piece_end):
                spans.append((begin, stop.end()))
                begin = _after_space(text, stop.end(), piece_end)
        if begin < piece_end:
            spans.append((begin, piece_end))
    return spans


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _ends_sentence(text: str, begin: int, stop: re.Match[str], limit: int) -> bool:
    following = text[stop.end() : min(limit, stop.end() + 80)].lstrip()
    if not following:
        return True
    if stop.group().startswith("…") and following[0].islower():
        return False
    if stop.group() != ".":
        return not following[0].islower()
    if following[0].islower():
        return False
    before = text[max(begin, stop.start() - 20) : stop.start()]
    word = re.search(r"[\w.]+$", before)
    if word is None:
        return True
    last = word.group().lower()
    if last == "etc" and following.startswith("Act "):
        return False  # the Health and Safety at Work etc. Act
    if len(last) == 1 and last.isalpha() and last != "i":
        return False  # an initial
    if last in {"p.m", "a.m", "p.a", "u.k", "u.s", "e.u"}:
        return re.match(r"[A-Z]", following) is not None
    if last in {"no", "nos", "para", "paras", "sec", "art", "fig", "vol", "ch", "pp"}:
        return not following[0].isdigit()
    return last not in _SHORT


def _after_space(text: str, start: int, limit: int) -> int:
    """Where the next word starts; found without copying the rest of a long text."""
    following = _NOT_SPACE.search(text, start, limit)
    return following.start() if following else limit


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text, lower case, apostrophes made plain."""
    return [text[start:end].replace("’", "'").lower() for start, end in word_spans(text)]


def word_spans(text: str) -> list[Span]:
    """Where the words of a text stand."""
    return [match.span() for match in _WORD.finditer(text)]


def _pieces(pattern: str, text: str, start: int, end: int) -> list[Span]:
    pieces: list[Span] = []
    for gap in re.compile(pattern).finditer(text, start, end):
        pieces.append((start, gap.start()))
        start = gap.end()
    return [*pieces, (start, end)]


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    """The spans without white space at their ends; empty ones left out."""
    trimmed: list[Span] = []
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            trimmed.append((begin, begin + len(piece.strip())))
    return trimmed
