"""What kind of Document this is."""

import re

from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.marks import quotes, uses_single_marks
from correspondence.harvest.phrases import one_of
from correspondence.text import sentences

_FIRST_PERSON = re.compile(  # and not "Save Our Pier"
    r"\b(?:I|I['’](?:m|ve|d|ll)|my|[Mm]e|we|We|our)\b|(?:^|[.!?:] |[“\"])(?:My|Our)\b"
)
_TO_YOU = one_of(r"""
    \byour (?:concerns?|views?|letter|e-?mail|message|questions?|support|points?|comments?|interest|case)
    \bcontact(?:ing|ed)? me | \bwrit(?:ing|ten) to me | \bassure you | \bshare with you
    (?<!if )\byou (?:raise|mention|ask|are right|wrote|describe|say(?=,| that\b| in your\b| about\b))
    \bas you (?:may )?(?:know|say|rightly)
""")
_INVITES = one_of(r"""
    ^(?:(?:but|so|and) )?(?:if|should) (?:you|any)\b
    \bplease (?:do |just )*(?:contact|write|share|send|let|tell)\b
    \b(?:hear|know|want|get|send|share|seek(?:ing)?|welcome) (?:me |us )?(?:all (?:of )?)?your\b
""")
_LED_TO = 2  # times that a line says who makes a statement; a reporter says it again and again
_MANY = 3  # of them, with most of the words: a paper that gathers what they say may call itself "we"
_SEVERAL = 2  # people who speak for themselves: their words are not one writer's, who says "we" now and then


def of_document(
    found: list[Piece], *, is_letter: bool, by_politician: bool = False, thanks: bool = False
) -> str:
    """ "reply", "column" or "report", from what stays of a Document. by_politician: its byline says so.
    thanks: it begins with thanks for writing."""
    if is_letter:
        return "reply"
    kept = [piece for piece in found if not piece.why]
    spoken = [piece for piece in kept if piece.speaker]
    voices = {piece.voice for piece in kept if piece.voice}
    single = uses_single_marks([piece.text for piece in kept])
    plain = [_outside_marks(piece.text, single) for piece in kept if not piece.voice]
    spoken_words = sum(piece.words for piece in kept if piece.voice)
    around = sum(len(text.split()) for text in plain if sentence_ends(text))
    led_to = sum(_is_led_to(piece.text, single) for piece in kept if piece.voice)
    if len(voices) == 1 and around <= spoken_words / 4 and led_to <= _LED_TO:
        return "column"  # a statement: one person speaks, and a line or two says who
    first = sum(sentence_ends(text) and _FIRST_PERSON.search(text) is not None for text in plain)
    to_you = sum(map(_speaks_to_one, plain))
    if first and to_you >= 2 and (thanks or not by_politician):
        return "reply"
    if by_politician:
        return "column"
    if len(voices) >= _SEVERAL and first <= len(plain) / 4:
        return "report"
    if len(voices) >= _MANY and around <= spoken_words / 4:
        return "report"
    if voices and first <= sum(map(sentence_ends, plain)) * 0.15:
        return "report"
    return "report" if len(spoken) >= 2 and not first else "column"


def _speaks_to_one(text: str) -> int:
    """How often a text speaks to somebody who wrote; what it asks of its readers is none of that."""
    return sum(len(_TO_YOU.findall(one)) for one in sentences(text) if not _INVITES.search(one))


def _is_led_to(text: str, single: bool) -> bool:
    """Whether a paragraph quotes, and says who speaks."""
    around = _outside_marks(text, single)
    return around != text and around.strip(' “”"‘’') != ""


def _outside_marks(text: str, single: bool) -> str:
    for quote in reversed(quotes(text, single=single)):
        text = text[: quote.start] + text[quote.end :]
    return text
