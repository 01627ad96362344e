"""What tells where a Point begins, what makes one and what goes on: signs of sentences, to be weighed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from correspondence.understanding.notices import POSTSCRIPT
from correspondence.understanding.sentences import Sentence
from correspondence.understanding.wording import wordings

Signs = dict[str, float]

_SAID_TO_ASK = frozenset(("suppor", "oppose", "vote", "back", "explai", "confir", "please"))
_FEW_STEMS = 8
_WHOLE = 10  # words of its own that make an ask stand beside the one before it, not under it

_JOINS_ON = wordings(
    r"""
    and   but   so   or   yet   because   instead   however   even   yes   no   nor   meanwhile   surely
    still   that said
    """,
    before=r"^\W*",
    after=r"\b",
)
_OF_ME = wordings(
    r"""
    i   i'm   im   i've   ive   my name   as an?   we are   we're   we have
    my (?:wife|husband|son|daughter|mum|dad|mother|father|late)
    """,
    before=r"^\W*",
    after=r"\b",
)
_COMES_TO_THE_ASK = wordings(
    r"""
    please   i (?:would|hope|urge|ask|look|trust|shall|will|am asking|only)   i'd   could   would   will   can
    what (?:are|is|will|do)   if you   so
    """,
    before=r"^\W*",
    after=r"\b",
)
_BESIDES = wordings(
    r"""
    also   too   either   as well   another   other   next   second   last thing   separately   meanwhile
    """,
    before=r"\b",
    after=r"\b",
)
_BACK = wordings(
    r"""
    to return to   as i sa(?:y|id)   going back   again   all (?:of )?this   in short   so   therefore
    that is why   for these reasons   because of (?:this|that)   whatever   instead
    """,
    before=r"\b",
    after=r"\b",
)
_LEADS_IN = re.compile(
    r":\s*$|\bfollowing\b|\b(?:few|two|three|four|five|\d|several|some|couple of) (?:things|points|questions"
    r"|problems|matters|concerns|issues|observations|services|requests|subjects)\b|\ba list\b",
    re.IGNORECASE,
)
ITEM = re.compile(r"\s*(?:[-*•–·]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s", re.IGNORECASE)
_DASH = re.compile(r"\s*[-*•–·]\s")
_OF_POLICY = re.compile(r"\b(?:government|ministers?|parliament|the law|vote)\b", re.IGNORECASE)
_OURS = re.compile(r"^\W*(?:my|our|mine)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[£%\d]")
_WHY = re.compile(r"\bI(?:'m| am) writing\b", re.IGNORECASE)
_THANKS = re.compile(r"\bthank", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """Sentences first up to end (numbers) that are about one thing, as far as they show it.

    stems: their telling words. asks, cases: how many of them ask, or tell of the writer's own trouble.
    """

    first: int
    end: int
    stems: frozenset[str]
    asks: int
    cases: int

    def __add__(self, after: "Piece") -> "Piece":
        stems = self.stems | after.stems
        return Piece(self.first, after.end, stems, self.asks + after.asks, self.cases + after.cases)


@dataclass(frozen=True)
class Told:
    """A body and its sentences, for signs to be read from."""

    body: str
    sentences: Sequence[Sentence]

    def piece(self, first: int, end: int) -> Piece:
        some = self.sentences[first:end]
        stems = frozenset[str]().union(*(one.stems for one in some))
        return Piece(first, end, stems, sum(one.ask for one in some), sum(one.case for one in some))

    def text(self, piece: Piece) -> str:
        """The words of a piece, with straight apostrophes."""
        first, last = self.sentences[piece.first], self.sentences[piece.end - 1]
        return self.body[first.start : last.end].replace("’", "'")

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The numbers of the sentences of each paragraph: first, end."""
        starts = [
            number
            for number, one in enumerate(self.sentences)
            if not number or one.paragraph != self.sentences[number - 1].paragraph
        ]
        return list(pairwise([*starts, len(self.sentences)]))

    @cached_property
    def asks(self) -> int:
        """How many sentences ask something."""
        return sum(one.ask for one in self.sentences)

    @cached_property
    def asking(self) -> float:
        """0..1: the share of paragraphs that ask something."""
        asking = [any(one.ask for one in self.sentences[first:end]) for first, end in self.paragraphs]
        return sum(asking) / max(1, len(asking))


def says_so(told: Told, number: int) -> bool:
    """Whether the writer says that another subject begins with this sentence: "Secondly", "One more thing".

    Dashes may also list what one ask consists of, and "I would also like to know who decides this" goes on.
    """
    this, last = told.sentences[number], told.sentences[number - 1]
    dashed = _DASH.match(told.body, this.start) is not None
    return this.opener and not dashed and not (this.leans and this.ask and last.ask)


def hangs(told: Told, piece: Piece) -> bool:
    """Whether a piece asks something, and nothing in it says by itself what that is about."""
    opening = told.sentences[piece.first]
    if not piece.asks or not opening.leans or opening.opener or opening.anew:
        return False
    return piece.end - piece.first == 1 or len(piece.stems) < _FEW_STEMS


def says_why(told: Told, piece: Piece) -> bool:
    """Whether a piece says what the letter is about: "I am writing about the closing of the baths"."""
    return _WHY.search(told.text(piece)) is not None


def adds_nothing(told: Told, piece: Piece) -> bool:
    """Whether a piece is a postscript that neither asks nor complains: "PS I shall put this on my blog"."""
    some = told.sentences[piece.first : piece.end]
    wants = any(one.ask or one.strong or one.complaint or one.case for one in some)
    return not wants and POSTSCRIPT.match(told.text(piece)) is not None


def leads_up(told: Told, piece: Piece, after: Piece) -> bool:
    """Whether a piece complains of what is asked about behind it."""
    complains = any(one.complaint or one.strong for one in told.sentences[piece.first : piece.end])
    return complains and after.asks > 0 and len(piece.stems & after.stems) > 1


def is_item(told: Told, piece: Piece) -> bool:
    """Whether a piece begins as a line of a list does."""
    return ITEM.match(told.body, told.sentences[piece.first].start) is not None


def leaves_own_case(told: Told, before: Piece, after: Piece) -> bool:
    """Whether, behind the writer's own case, something else is asked than help with it."""
    asks = [one for one in told.sentences[after.first : after.end] if one.ask]
    if not before.cases or after.cases or not asks:
        return False
    return not any(ask.help for ask in asks) or not all(ask.help or ask.leans for ask in asks)


def begins_other(told: Told, so_far: Piece) -> bool:
    """Whether the sentence behind a piece, in the same paragraph, surely begins another.

    It does where the writer says so, asks what the government does after telling of their own case, or, in a
    letter without paragraphs, asks after an ask and shares no word with the piece. In letters that have
    paragraphs, not one of 15 such asks in the letters learned from was of another thing.
    """
    this = told.sentences[so_far.end]
    policy = so_far.cases > 0 and this.full and not (this.help or this.case)
    if says_so(told, so_far.end) or (policy and _OF_POLICY.search(told.body, this.start, this.end)):
        return True
    return len(told.paragraphs) == 1 and _asks_anew(this, told.sentences[so_far.end - 1], so_far)


def _asks_anew(this: Sentence, last: Sentence, so_far: Piece) -> bool:
    """Whether an ask after an ask shares no word with the piece: one joined on ("And do ...", "I would also
    like to know ...") or a whole long one."""
    if this.opener:
        return False
    if this.ask and this.anew and so_far.asks:
        return not (this.stems - _SAID_TO_ASK) & so_far.stems
    return this.full and last.full and len(this.stems) >= _WHOLE and not this.stems & last.stems


def of_break(told: Told, so_far: Piece, end: int) -> Signs:
    """Whether a new piece begins behind `so_far`, in the same paragraph. end: where that ends."""
    this, last = told.sentences[so_far.end], told.sentences[so_far.end - 1]
    text = told.text(told.piece(so_far.end, so_far.end + 1))
    after_ask = last.ask and not this.ask
    return {
        "base": 1,
        "only paragraph": len(told.paragraphs) == 1,
        "own words": min(len(this.stems), 10) / 10,
        "told before another ask": after_ask and any(one.ask for one in told.sentences[so_far.end + 1 : end]),
        "told after an ask": after_ask,
        "question": text.rstrip().endswith("?"),
        "shared words": min(len(this.stems & so_far.stems), 3) / 3,
        "joins on": _JOINS_ON.match(text) is not None,
        "leans": this.leans,
        "after a courtesy": last.courtesy,
    }


def of_piece(told: Told, pieces: Sequence[Piece], place: int) -> Signs:
    """What the piece in this place does among a letter's pieces."""
    piece = pieces[place]
    others_ask = told.asks > piece.asks
    sentences, text, asks = told.sentences[piece.first : piece.end], told.text(piece), piece.asks
    words = len(text.split())
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    lists = after is not None and told.sentences[after.first].opener
    of_me = not (sentences[0].ask or sentences[0].strong) and _OF_ME.match(text) is not None
    return {
        "base": 1,
        "asks": asks > 0,
        "asks anew": sentences[0].ask and sentences[0].anew,
        "asks twice": asks > 1,
        "others ask": others_ask,
        "others ask, not this": others_ask and not asks,
        "strong": any(sentence.strong for sentence in sentences),
        "complains": any(sentence.complaint for sentence in sentences),
        "own case": piece.cases > 0,
        "courtesies": sum(sentence.courtesy for sentence in sentences) / len(sentences),
        "says so": sentences[0].opener,
        "own words": min(len(piece.stems), 20) / 20,
        "words": min(words, 60) / 60,
        "sentences": min(len(sentences), 5) / 5,
        "short": len(sentences) == 1 and words < 12,
        "first": place == 0,
        "first, asks nothing": place == 0 and not asks,
        "last, asks nothing": place == len(pieces) - 1 and not asks,
        "of the writer": of_me,
        "of the writer, asks nothing": of_me and not asks,
        "figure": _FIGURE.search(text) is not None,
        "thanks": _THANKS.search(text) is not None,
        "leads in": _LEADS_IN.search(text) is not None,
        "leads in to a list": len(sentences) < 3 and _LEADS_IN.search(text) is not None and lists,
        "item": ITEM.match(text) is not None,
    }


def of_pair(told: Told, before: Piece, after: Piece, alone: tuple[float, float]) -> Signs:
    """Whether two pieces that follow each other are of one thing. alone: how surely each stands by itself."""
    opening = told.sentences[after.first]
    text = told.text(told.piece(after.first, after.first + 1))
    parted = told.sentences[before.end - 1].paragraph != opening.paragraph
    shared = len(before.stems & after.stems)
    complains = any(one.strong or one.complaint for one in told.sentences[after.first : after.end])
    return {
        "base": 1,
        "both stand alone": alone[0] * alone[1],
        "stands alone, shares nothing": alone[1] * (shared == 0),
        "stands alone, shares words": alone[1] * (shared > 1),
        "comes to the ask": parted and _COMES_TO_THE_ASK.match(text) is not None,
        "both ask, share nothing": before.asks > 0 and after.asks > 0 and shared == 0,
        "complains, shares nothing": complains and not after.asks and shared == 0,
        "first to ask": parted and opening.ask and not before.asks,
        "question": text.rstrip().endswith("?"),
        "item": opening.opener,
        "besides": parted and _BESIDES.search(text) is not None,
        "goes back": _BACK.search(text) is not None,
        "joins on": parted and _JOINS_ON.match(text) is not None,
        "of the writer": parted and not (opening.ask or opening.strong) and _OF_ME.match(text) is not None,
        "of what is ours": parted and _OURS.match(text) is not None,
        "last paragraph": parted and after.end == len(told.sentences),
        "after one sentence": before.end - before.first == 1,
        "paragraphs that ask": parted * told.asking,
        "leans": opening.leans,
    }
