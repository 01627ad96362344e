"""Who is quoted where, and quotations that run over several paragraphs."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from correspondence import text as texts
from correspondence.harvest import (
    bodies,
    debates,
    fullnames,
    joint,
    likeness,
    may_speak,
    persons,
    reactions,
    speakers,
    stances,
    verbs,
)
from correspondence.harvest.layout import Piece, sentence_ends
from correspondence.harvest.lines import is_heading
from correspondence.harvest.marks import MARKS, Quote, outside, quotes, uses_single_marks
from correspondence.harvest.phrases import one_of
from correspondence.harvest.reasons import REPEATED

_OPENING, _ENDING = "\"“'‘", "\"”'’"
_LARGE = 14  # words of a pulled line
_CLOSING = '”"'
_WHOLE = 0.6  # from this share of a paragraph on, it is its speaker's and not the reporter's

_WHOLE_IF_FIRST = 0.4  # with the quotation at its start and a long name behind it
_PULLED = 7  # words of a pulled line that is known though it was shortened
_LONGEST_PULLED = 30
_SAME = 0.7  # of its three-word runs stand in the text
_NEAR = 12  # pieces round a line within which it may be printed a second time
_REMEMBERED = 40  # speakers that a later surname or pronoun may mean
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_NO_NAME = re.compile(  # no part of the name beside it
    r"^[•*▪● ]+(?=\S)| \((?:[Rr]et(?:ire)?[’']?d\.?|(?:pictured|above|inset)[^()]{0,20})\)"
)
_STATEMENT = re.compile(r"An? (?:[a-z]+ )?statement")  # "In a joint statement, they said": nobody is named
_SINGULAR = re.compile(r"\b(?:I|[Mm]y)\b")
_ANSWERED = re.compile(r"\b(?:reply|replied|response|responded|answer(?:ed)?|letter|follow(?:s|ing)|wrote)\b")
_TOLD_HIM = re.compile(  # of "An agent has told him that …": "he" of the next paragraph is who was told
    r"\b(?:told|tells?|warned|advised|informed|assured|reminded|quoted|offered|asked) (?:him|her)\b"
)
_RETURNS = one_of(r"""
    i (?:do |very much )?(?:hope|trust) | i (?:will|shall)\b | (?:if|should) you\b | please\b
    i am (?:pleased|glad|grateful|disappointed)\b | (?:once )?again\b | (?:many )?thank(?:s| you)\b
    .*\b(?:the (?:minister|secretary of state)|(?:his|her|their|this|the) (?:reply|response|answer|letter))\b
    .*\bI (?:will|shall) (?:continue|keep|write to you|let you)\b
""")


def leave_out_pulled(found: list[Piece]) -> None:
    """Mark a line of the text that is printed once more, large and in marks, or above it as it stands."""
    _leave_out_large(found)
    first = next((i for i, piece in enumerate(found) if not piece.why), 0)  # a title
    for i, piece in enumerate(found):
        below = found[i + 1 : i + 1 + _NEAR]
        cut_off = piece.words > _LARGE and piece.text[-1] not in ".!?"
        begins = piece.text.rstrip("… ")
        again = any(
            other.text == piece.text or (cut_off and other.text.startswith(begins)) for other in below
        )
        cut = piece.text.endswith(("…", "...")) and any(
            piece.text.startswith(begins_so.text) for begins_so in below[:3] if begins_so.words > _LARGE // 2
        )
        if not piece.why and piece.words > 3 and (again or cut):
            piece.why = REPEATED
        words = piece.text.strip(MARKS + " .…")
        pulled = piece.text[0] in MARKS or not sentence_ends(piece.text)
        if i > first and not piece.why and pulled and 3 < piece.words <= _LONGEST_PULLED:
            near = found[max(0, i - _NEAR) : i] + found[i + 1 : i + 1 + _NEAR]
            longer = [
                other.text
                for other in near
                if not other.why and sentence_ends(other.text) and len(other.text) > len(piece.text)
            ]
            if any(words.casefold() in text.casefold() or _is_shortened(words, text) for text in longer):
                piece.why = REPEATED


def _leave_out_large(found: list[Piece]) -> None:
    """Mark a few words in marks that end as no sentence does and that nobody leads in to: printed large."""
    kept = [piece for piece in found if not piece.why]
    begun = next((at for at, piece in enumerate(kept) if piece.words > _LARGE), len(kept))
    for over, piece in pairwise(kept[begun:]):
        inside = piece.text[1:-1]
        alone = piece.text[0] in _OPENING and piece.text[-1] in _ENDING and not any(map(inside.count, '"“”'))
        short = piece.words <= _LARGE and "\n" not in inside and inside[-1:].isalnum()
        ended = over.text[0] not in _OPENING or (sentence_ends(over.text) and _is_closed(over.text))
        if alone and short and not over.text.endswith(":") and ended:
            piece.why = "It is printed large: a pulled line."


def _is_closed(text: str) -> bool:
    """Whether a paragraph leaves no quotation open."""
    return all(quote.closed for quote in quotes(text))


def _is_shortened(pulled: str, text: str) -> bool:
    """Whether a line was made of a sentence of `text` by leaving out a word or two."""
    wanted = pulled.casefold().split()
    if len(wanted) < _PULLED or wanted[-1].strip(MARKS + ".,") not in text.casefold():
        return False
    return any(
        len(wanted) <= len(sentence.split()) <= 2 * _LONGEST_PULLED
        and likeness.likeness(likeness.runs(pulled), likeness.runs(sentence)) >= _SAME
        for sentence in texts.sentences(text)
    )


def attribute(found: list[Piece], *, is_letter: bool = False) -> None:
    """Set `speaker` of each piece that quotes somebody, and `voice` where its words are wholly theirs.

    A quotation that its paragraph leaves open goes on in the next one that opens with a mark; a line
    that ends in "said:" announces what follows, without marks as long as it says "I", "we" or what is
    held, and in a letter that passes on an answer until its writer speaks again; a bare quotation belongs
    to whoever spoke last.
    """
    kept = [piece for piece in found if not piece.why and not is_heading(piece.text)]
    texts_kept = [_NO_NAME.sub("", piece.text) for piece in kept]
    headed = {id(piece): who for piece, who in reactions.speakers(found)}
    names = fullnames.read([*texts_kept, *headed.values()])
    talk = _Talk(kept, uses_single_marks(texts_kept), is_letter, names, headed)
    for at in range(len(kept)):
        talk.give(at)


@dataclass
class _Talk:
    """Who spoke so far. single: as of `quotes`. headed: by lines of their own. known: whom a later surname or
    pronoun may mean.

    going_on: whose quotation is still open. announced: by a line that ends in "said:", `just` now;
    in_marks: and what followed stood in marks. unnamed: the line before leads into words of somebody it does
    not name; asks: but it begins with this person. answered: it passes on an answer to a letter.
    lead: that line. all_of: who is announced over the whole text. together: two bodies with which the
    paragraph before begins.
    """

    pieces: list[Piece]
    single: bool
    is_letter: bool
    names: fullnames.FullNames
    headed: dict[int, str]
    known: list[str] = field(default_factory=list)
    going_on: str = ""
    announced: str = ""
    just: bool = False
    lead: str = ""
    in_marks: bool = False
    unnamed: bool = False
    asks: str = ""
    answered: bool = False
    all_of: str = ""
    together: str = ""

    def give(self, at: int) -> None:
        piece = self.pieces[at]
        marked = quotes(piece.text, single=self.single)
        around = [_NO_NAME.sub("", part) for part in outside(piece.text, marked)]
        self.names.hear(" ".join(around))
        known = self.names.meant(around[0], self.known)
        named = self.names.of(speakers.named(around, known, quoted=bool(marked)))
        if not self.known and may_speak.is_unnamed(named) and not _is_whole(piece.text, marked):
            named = self._named_next(at, named) or named
        named = self.together if self.together and _STATEMENT.fullmatch(named) else named
        self.together = joint.bodies(piece.text)
        others = speakers.others(around, named)
        whole = not others and _is_whole(piece.text, marked)
        if not marked and (member := debates.called_in_passing(piece.text, self.lead)):
            named, whole, others = self.names.of(member), True, []
        opens = bool(marked) and piece.text[0] in MARKS
        alone = not marked or not "".join(around).strip(" .,")
        if alone and (who := self.headed.get(id(piece), "")):
            named, whole, others = who, True, []
        if self.going_on and not marked and piece.text[-1] in _CLOSING:
            named, whole = self.going_on, True  # goes on without a mark of its own to open it
            self.going_on = ""
        if not named and opens:
            last = self.known[-1] if self.known and whole and not self.unnamed else ""
            named = self.going_on or self.announced or self.asks or self._said_below(at) or last
        elif not marked and not whole and (self._is_announced(piece) or (not named and self._goes_on(piece))):
            named, whole, others = self.announced, True, []
        else:
            self.announced = ""
        piece.speaker, piece.voice = " and ".join(filter(None, [named, *others])), named if whole else ""
        self._remember(piece, named, marked)
        self.in_marks = self.in_marks or opens
        self._listen(piece, named, marked)

    def _named_next(self, at: int, unnamed: str) -> str:
        """Whom a page means that begins "AN MP has said …": it tells of her by name in the next paragraph."""
        who = next((persons.introduced(piece.text) for piece in self.pieces[at + 1 : at + 2]), "")
        return self.names.of(who) if may_speak.may_be(unnamed, who) else ""

    def _said_below(self, at: int) -> str:
        """Who is named only under a quotation that stands alone: at the end of its last paragraph, or by the
        plain one that follows it."""
        open_still = True
        for over, under in pairwise(self.pieces[at : at + _NEAR]):
            marked = quotes(over.text, single=self.single)
            open_still = open_still and bool(marked) and not marked[-1].closed
            if under.text[0] not in MARKS:
                return self._named_by(under.text, over.text)
            if not open_still:
                return ""
            around = outside(under.text, quotes(under.text, single=self.single))
            if who := speakers.named(around, self.known, quoted=len(around) > 1):
                return self.names.of(who)
        return ""

    def _named_by(self, plain: str, quotation: str) -> str:
        """Whose words a quotation is by the plain paragraph below it: of one whom that tells of and does not
        quote, where no person was heard before."""
        nobody = _SINGULAR.search(quotation) and bodies.is_body(self.known[-1] if self.known else "")
        who = persons.introduced(plain) if nobody else ""
        speaks = who and (quotes(plain, single=self.single) or verbs.says_first(plain, who))
        return self.names.of(persons.whose_words(plain) or ("" if speaks else who))

    def _remember(self, piece: Piece, named: str, marked: list[Quote]) -> None:
        if not named and marked:
            self.known += filter(None, [persons.introduced(piece.text)])
        else:
            who = named if marked or piece.voice else self._told_of(piece.text, named)
            heard = [name for name in dict.fromkeys([named, who]) if name and name != speakers.SOMEBODY]
            self.known = [*self.known, *heard][-_REMEMBERED:]
        self.going_on = named if marked and not marked[-1].closed else ""

    def _told_of(self, text: str, named: str) -> str:
        """Whom "she" of the next paragraph means: who says something at the end of a plain one, else whom it
        is about."""
        told = texts.sentences(text)
        here = filter(None, [persons.holder(" ".join(told[:-1]))])
        last = speakers.named(told[-1:], [*self.known, *here], quoted=False) if len(told) > 1 else ""
        if last and _TOLD_HIM.search(told[-1]):
            last = named = persons.introduced(told[0])
        about = persons.surname(text, self.known) or persons.named_last(text)
        return last or named or persons.fuller(about, self.known)

    def _listen(self, piece: Piece, named: str, marked: list[Quote]) -> None:
        """Note whom a line announces."""
        leads = not marked and piece.text.endswith(":")
        self.just, self.unnamed = leads and bool(named), leads and not named
        self.lead = piece.text if leads else ""
        self.asks = self.names.of(persons.leads(piece.text, self.known)) if self.unnamed else ""
        if self.just:
            last = texts.sentences(piece.text)[-1]
            self.announced, self.in_marks = named, False
            self.answered = self.is_letter and _ANSWERED.search(last) is not None
            over = piece is self.pieces[0] and piece.words <= _LARGE and not self.is_letter
            self.all_of = named if over else ""

    def _is_announced(self, piece: Piece) -> bool:
        """Whether the line above says whose words these are, though somebody else is named in them."""
        return self.just and not self.is_letter and not piece.text.endswith(":")

    def _goes_on(self, piece: Piece) -> bool:
        """Whether words without marks are still those of whoever was announced: they say "we", or what is
        held, as the one who reports never does."""
        if not self.announced or self.in_marks:
            return False
        if self.just:
            return True
        if self.all_of == self.announced:  # until the text speaks of them
            return self.all_of.split()[-1] not in piece.text
        if self.answered:
            return _RETURNS.match(piece.text) is None
        holds = not self.is_letter and stances.of_paragraph(piece.text) == "position"
        return holds or _FIRST_PERSON.search(piece.text) is not None


def _is_whole(text: str, marked: list[Quote]) -> bool:
    if not marked:
        return False
    led_to = [mark for mark in marked if text[: mark.start - 1].rstrip().endswith(":")]
    after_colon = any(
        mark.end - mark.start > (25 if mark is marked[0] else _WHOLE_IF_FIRST * len(text)) for mark in led_to
    )
    enough = _WHOLE_IF_FIRST if text[0] in MARKS else _WHOLE
    return after_colon or sum(quote.end - quote.start for quote in marked) >= enough * len(text)
