"""A Member's answer that a constituent printed on a page, with words of their own over and under it."""

import re
from itertools import takewhile

from correspondence.harvest import courtesies, dates, letters, papers
from correspondence.harvest.bylines import plain_name, untitled
from correspondence.harvest.enclosed import ANSWERED, signs
from correspondence.harvest.layout import Piece
from correspondence.harvest.letters import PUBLISHED, Letter
from correspondence.harvest.names import NAME

_MINE = (
    r"\b[Mm][Yy] (?:(?:own|local|new|then|old) )?(?:MP|Member of Parliament|(?:elected )?representative)\b"
)
_OF_AN_MP = re.compile(
    rf"{_MINE}|\b(?<!as )(?<!am )(?:[Yy]our|[Tt]heir|[Oo]ur) (?:(?:own|local|new) )?MPs?\b"
    r"|\bMPs?\b[^.]{0,40}\b(?:standard|same|stock) (?:answer|letter|reply|response|e-?mail)"
)
_NAMED = (
    re.compile(rf"{_MINE}(?:,| is| called)? (?:[Tt]he )?(?P<name>{NAME})"),
    re.compile(rf"(?P<name>{NAME}),? (?:MP,? )?(?:is |who is )?{_MINE}"),
    re.compile(
        rf"\b(?:letter|reply|response|e-?mail|answer|message) (?:back )?from (?P<name>{NAME})"
        r"(?! and (?!I\b)[A-Z])\b"
    ),
)
_BACK = re.compile(
    r"\b(?:repl(?:y|ied|ies)|respon(?:se|d(?:s|ed)?)|answer(?:s|ed)?|wrote back|letter|e-?mail(?:ed)?|said"
    r"|says|here it is|got back|came back|sent (?:me )?back|(?:in|word) full)\b",
    re.IGNORECASE,
)
_TO_A_MEMBER = re.compile(  # so a constituent writes, and no Member
    r"\b(?:as|you are|you[’']re) (?:my|our) (?:(?:local|elected|new) )?(?:MP|Member|representative)\b"
    r"|\bas (?:a|your|one of your) constituents?\b|\byour constituents?\b"
    r"|\b(?:urge|ask) you to (?:vote|support|oppose|sign|attend|raise|speak|represent)\b"
    r"|\bthank(?:s| you)\b[^.]{0,30} for (?:responding|replying|your (?:[a-z]+ )?(?:response|reply))\b",
    re.IGNORECASE,
)
_HERE_IT_IS = re.compile(
    r"^(?:here(?:[’']s| is)|this is|below is) (?:the|her|his|their) (?:\w+ )?"
    r"(?:answer|letter|reply|response|e-?mail)\b"
    r"|^(?!my\b)(?:[\w’'‘“”-]+ ){1,5}(?:answer|reply|response|letter(?: text)?):?$",
    re.IGNORECASE,
)
_OWN_ANSWER = re.compile(
    r"(?:(?:my|our) (?:[a-z]+ )?(?:answer|reply|response)"
    r"|I (?:have )?(?:replied|responded|answered|wrote back))\b[^.:]{0,40}:",
    re.IGNORECASE,
)
_OPENING, _CLOSING = "“\"'‘", "”\"'’"
_OVER = 14  # pieces at the top in which a page says whose answer follows
_LEADING = 3  # lines over an answer, of which one says that it is one
_TEXT = 4  # pieces under a greeting in which a letter says who writes
_SIGNATURE = 4  # lines of one


def open_letter(found: list[Piece]) -> Letter:
    """As `letters.open_letter`; a Member's answer that a page prints without its signature is signed by whom
    the page names."""
    letters.part_glued(found)
    papers.part_greeting(found)
    answers = _leave_out_answered(found)
    name = _leave_out(found)
    letter = letters.open_letter(found)
    letter.is_letter = letter.is_letter or answers
    papers.open_letter(found, letter)
    if name and not any(letter.signed):
        letter.signed = [f"{name} MP"]
    return letter


def _leave_out_answered(found: list[Piece]) -> bool:
    """Mark the whole letter that a page of a Member's prints over "My reply is as follows:", and say whether
    there is one."""
    own = next((at for at, piece in enumerate(found) if _OWN_ANSWER.fullmatch(piece.text)), 0)
    greeting = next((at for at in range(own) if letters.greets(found[at])), own)
    signed = any(map(letters.signs_off, found[greeting:own]))
    for piece in found[: own + 1] if signed else ():
        if not dates.is_stamp(piece.text):
            piece.why = piece.why or ANSWERED
    return signed


def _leave_out(found: list[Piece]) -> str:
    """Mark what is not the Member's on a page where somebody printed their MP's answer, and give the MP's
    name, where the page says it."""
    told = next((at for at, piece in enumerate(found[:_OVER]) if _OF_AN_MP.search(piece.text)), len(found))
    begins = next((at for at in range(told + 1, len(found)) if _begins(found, at)), None)
    if begins is None:
        return ""
    name = _named(found[:begins])
    for piece in (*found[:begins], *found[_end(found, begins, name) :]):
        if not dates.is_stamp(piece.text):
            piece.why = piece.why or PUBLISHED
    return name


def _named(over: list[Piece]) -> str:
    """Whose answer it is by the words over it."""
    text = "\n".join(piece.text for piece in over)
    named = next(filter(None, (form.search(text) for form in _NAMED)), None)
    return untitled(plain_name(named["name"])) if named else ""


def _begins(found: list[Piece], at: int) -> bool:
    """Whether an answer begins here, with a greeting or with thanks under a line that leads in to it, and no
    letter of a constituent's own."""
    text = [piece.text.lstrip(_OPENING) for piece in found[at : at + _TEXT]]
    over = found[at - 1].text
    led_in = (over.endswith((":", "…", "...")) and _BACK.search(over) is not None) or any(
        _HERE_IT_IS.search(piece.text) for piece in found[at - _LEADING : at]
    )
    greeted = letters.greets(found[at]) and any(map(courtesies.thanks, text))
    return (greeted or (led_in and courtesies.thanks(text[0]))) and not _TO_A_MEMBER.search(" ".join(text))


def _end(found: list[Piece], begins: int, name: str) -> int:
    """Where the page speaks again under the answer: behind its signature, its last quotation mark, or where
    it tells of the Member."""
    signed = next((at for at in range(begins, len(found)) if letters.signs_off(found[at])), None)
    if signed is not None:
        return signed + 1 + len(list(takewhile(signs, found[signed + 1 : signed + 1 + _SIGNATURE])))
    if found[begins].text[0] in _OPENING:
        ends = (at for at in range(begins, len(found)) if found[at].text[-1] in _CLOSING)
        last = next(ends, len(found) - 1)
        found[begins].text = found[begins].text[1:]
        found[last].text = found[last].text.rstrip(_CLOSING)
        return last + 1
    told_of = re.compile(
        rf"{_MINE}|\b(?:Mr|Mrs|Ms|Miss|Sir|Dr|Dame) (?:\w+ )?{name.split()[-1]}\b" if name else _MINE
    )
    rest = range(begins + 1, len(found))
    return next((at for at in rest if told_of.search(found[at].text)), len(found))
