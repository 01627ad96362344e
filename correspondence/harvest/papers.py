"""A letter to a newspaper: its writer's, as a column is, and no reply to anybody."""

import re

from correspondence.harvest.layout import Piece
from correspondence.harvest.letters import GREETED, HEAD, Letter

_EDITOR = re.compile(
    r"(?:the )?(?:sirs?|madam|editor)(?:(?: or |[ ,/]+)(?:the )?(?:madam|editor))?", re.IGNORECASE
)
_OF_A_PAPER = re.compile(
    r"\byour (?:[a-z]+ )?(?:pages|columns?|newspaper|paper|readers?(?:hip)?|correspondents?|letters page"
    r"|edition|editorial|leader column)\b",
    re.IGNORECASE,
)
_SIR = re.compile(r"(?:Dear )?(?:SIR|Sir|MADAM|Madam|EDITOR|Editor)(?: ?[–—-] | ?[,:] )(?=[A-Z])")


def part_greeting(found: list[Piece]) -> None:
    """A greeting that a paper prints in the line of the first words, "SIR – I read …", is no part of them."""
    for at, piece in enumerate(found):
        stuck = None if piece.why else _SIR.match(piece.text)
        if stuck:
            rest = Piece(piece.text[stuck.end() :])
            found[at : at + 1] = [Piece(stuck.group().strip(), why=GREETED), rest]
            return


def open_letter(found: list[Piece], letter: Letter) -> None:
    """Take a letter to a newspaper for the page it is, with its title over the greeting."""
    greeted = letter.is_letter and _EDITOR.fullmatch(letter.to)
    if not greeted or not any(_OF_A_PAPER.search(piece.text) for piece in found if not piece.why):
        return
    letter.is_letter, letter.to_readers, letter.head = False, True, []
    for piece in found:
        if piece.why == HEAD:
            piece.why = ""
