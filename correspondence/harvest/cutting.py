"""One Document to one Source with its proposed Paragraphs."""

import re
from typing import Any

from correspondence import figures
from correspondence.errors import Refused
from correspondence.harvest import (
    addressees,
    asked,
    behalf,
    captions,
    courtesies,
    debates,
    headlines,
    heads,
    issuers,
    kinds,
    layout,
    left_out,
    lines,
    menus,
    ours,
    parted,
    personal,
    preambles,
    published,
    quotations,
    quoted,
    reactions,
    stances,
    voices,
    whose,
    writers,
)
from correspondence.harvest.bylines import HONOURS, plain_name, untitled
from correspondence.harvest.heads import Head
from correspondence.harvest.layout import Piece
from correspondence.harvest.letters import Letter
from correspondence.harvest.names import HELD_BY, NAME
from correspondence.harvest.sources import Told, narrator, questions
from correspondence.harvest.titles import title, titles
from correspondence.intake.document import Document
from correspondence.models import OFFICE, Paragraph, Source, Version
from correspondence.text import one_line, sentences

STEP = 1024  # between the positions of two Paragraphs, so that more fit in between

_NO_SIGNER = re.compile(r"\b(?:on|of|in|for|the|and|paper|house|office|member|working)\b", re.IGNORECASE)
_SIGNER = re.compile(rf"(?P<name>{NAME}),?(?: (?:AS ?/ ?)?MP(?: ?/ ?AS)?)?(?: \((?:she|he|they)(?:/\w+)+\))?")
_LORD = re.compile(
    r"(?:(?:The )?R(?:igh)?t Hon(?:ourable|\.)? )?(?:[Tt]he )?"
    r"(?P<name>(?:Lord|Lady|Baron(?:ess)?|Viscount(?:ess)?|Earl|Countess|Duke|Duchess|Marquess) [A-ZÀ-Þ]"
    rf"(?:[\w’'-]| (?:(?:of|on|in) (?:the )?|and )?(?=[A-Z])){{2,60}}),?(?: (?:{HONOURS}))*"
)
_SHORT = 12  # words of "The Minister writes as follows:"; a letter's longer ones tell of what was asked
_ASKED = re.compile(r"\bI (?:have )?(?:asked|wrote|written|raised|put|received)\b|\b(?:was|were) asked\b")
_SEVERAL = re.compile(
    rf"^[^,]* and |\band (?:(?:Cllr|Councillor|Mayor|Mr|Mrs|Ms|Dr|Lord|Lady|Baroness)\b|{NAME} M[S]?P\b)"
)
_ONE_NAME = re.compile(rf"(?P<name>{NAME})(?: MP)?(?:, .*)?")


def cut(document: Document, told: Told, member: str = "") -> Source:
    """The Source of a Document of ours, with Paragraphs that are proposed, what was left out, and questions.

    member: whose office it is; what the Member wrote is its own. Hash, original and file name are the
    caller's. Refused when nothing in it can be a Paragraph.
    """
    source, found, _ = read(document, told, member)
    _fill(source, found)
    source.questions = [*questions(source), *source.questions]
    return source


def read(document: Document, told: Told, member: str = "") -> tuple[Source, list[Piece], list[str]]:
    """A Source without rows of its own yet, its pieces, and the names of whoever it answered."""
    found = parted.mended(layout.pieces(document.text))
    head = heads.read_labels(found)
    letter = published.open_letter(found)
    letter.sent_to = addressees.leave_out(found)
    lines.leave_out_tail(found)
    lines.leave_out_lines(found)
    asked.leave_out(found)
    if not letter.is_letter:
        _leave_out_page(found)
    heads.read_lines(found, head)
    called = debates.attribute(found)
    if not called:
        if not letter.is_letter:
            captions.leave_out_unended(found)
        quotations.leave_out_pulled(found)
        answers = letter.is_letter or courtesies.thanks_first(found)
        quotations.attribute(found, is_letter=answers)
    letter.enclosed.give()
    if called:
        speech = debates.speech_of(found, called)
        headlines.take_debate(found, head, speech)
    kind = _kind_of_debate(found, speech) if called else _kind(found, letter, head)
    _take_titles(found, head, letter, kind, member)
    parted.join(found)
    if not any(not piece.why for piece in found):
        raise Refused("There is no paragraph in this file: only headings, dates, greetings or the like.")
    _complete(head, document, letter, told)
    names = _answered(found, letter, document, head.author) if kind == "reply" else []
    source = _source(head, kind, told, letter, names, member)
    voices.give(found, source, letter.enclosed)
    quoted.give(found, source, member)
    behalf.mark_on_behalf(found, source.author)
    behalf.mark_of_body(found, source)
    left_out.take_out_personal(found, kind == "reply", names)
    if not any(not piece.why for piece in found):
        raise Refused("Every paragraph in this file tells of the person it was written to.")
    return source, found, names


def _leave_out_page(found: list[Piece]) -> None:
    """Mark what a page has round a text that is no letter."""
    preambles.leave_out(found)
    lines.leave_out_beside(found)
    asked.leave_out_appeals(found)
    captions.leave_out(found)
    menus.leave_out_contents(found)
    reactions.mark(found)


def _answered(found: list[Piece], letter: Letter, document: Document, author: str) -> list[str]:
    """The names of whoever a reply went to, by its greeting, its address and where its mail went."""
    text = "\n".join(piece.text for piece in found if not piece.why)
    sent_to = addressees.called([*letter.sent_to, *addressees.names_in(document.to)], text)
    others = {name for name in sent_to if not set(name.split()) <= set(author.split())}
    head = [line for line in letter.head if not author or untitled(author) not in line]
    return sorted({*personal.names_in(letter.to, head), *others})


def _kind(found: list[Piece], letter: Letter, head: Head) -> str:
    kind = kinds.of_document(
        found,
        is_letter=letter.is_letter,
        by_politician=head.is_politician,
        thanks=courtesies.thanks_first(found),
    )
    if head.is_release and not head.author and not any(piece.voice for piece in found if not piece.why):
        return "report"
    if kind == "report":
        return kind
    courteous = courtesies.mark_courtesies(found)
    if letter.enclosed.printed:
        courteous = any(piece.kind == "opening" for piece in found)
    spoken = kind == "column" and (head.author or head.is_speech or lines.is_page(found))
    own = letter.to_readers or (spoken and not courtesies.is_thanking(found))
    return "reply" if courteous and not own else kind


def _kind_of_debate(found: list[Piece], speech: str) -> str:
    """speech: the Member whose speech it is."""
    if not speech:
        return "report"
    courtesies.mark_courtesies([piece for piece in found if piece.speaker == speech])
    return "column"


def _take_titles(found: list[Piece], head: Head, letter: Letter, kind: str, member: str) -> None:
    head.title = head.title or heads.plain_subject(letter.subject)
    if kind == "column" and not letter.is_letter:
        head.author = writers.person(found, head.author)
        ours.find(found, head, member)
    if letter.is_letter:
        lines.join_rows(found)
    else:
        headlines.take_title(found, head)
    if kind == "column" and not letter.is_letter:
        writers.find(found, head)
    lines.leave_out_headings(found, kind)
    if kind == "report" or (kind == "column" and head.title):
        heads.leave_out_summary(found)
    if kind == "report":
        writers.leave_out_reporter(found, head.author)
        issuers.find(found, head)
    speaks = _leave_out_announcements(found, _SHORT if kind == "reply" else 30)
    if kind == "column":
        head.author = head.author or speaks
        heads.leave_out_standfirst(found, head)
        writers.leave_out_notes(found, head.author)
        head.author = writers.titled(found, head.author)


def _leave_out_announcements(found: list[Piece], longest: int) -> str:
    """Mark sentences of up to `longest` words such as "Commenting, Jo Field MP said:" and give the name in
    the one that comes first."""
    kept = [piece for piece in found if not piece.why]
    first = ""
    for piece in kept:
        says = piece.text[-1] == ":" and len(sentences(piece.text)) == 1 and not re.search('["“]', piece.text)
        if piece.speaker and says and piece.words <= longest and not _ASKED.search(piece.text):
            piece.why = reactions.SPEAKS
            first = first or (_author(piece.speaker) if piece is kept[0] else "")
    return first


def _author(speaker: str) -> str:
    """The name alone of one who speaks; several as they are."""
    alone = HELD_BY.fullmatch(speaker) or _ONE_NAME.fullmatch(speaker)
    return plain_name(alone["name"]) if alone and not _SEVERAL.search(speaker) else speaker


def _complete(head: Head, document: Document, letter: Letter, told: Told) -> None:
    """What the file's own properties say where its text says nothing, under what a person told."""
    mail = document.kind in ("eml", "msg")
    head.title = told.title or head.title or heads.plain_subject(document.title)
    sender = plain_name(document.author) if mail else ""
    of_member = behalf.written_for(letter)
    signer = _signer(letter)
    if of_member and (behalf.by_staff(letter) or not signer):
        signer = plain_name(of_member)
    head.author = told.author or _as_signed(head.author or sender, signer)
    head.date = told.date or head.date or letter.date or document.date
    head.publisher, head.url = told.publisher or head.publisher, told.url or head.url


def _as_signed(author: str, signer: str) -> str:
    """The author as signed, where both are the same name: mail systems write "ODELL" for O'Dell."""
    same = "".join(filter(str.isalpha, author)).casefold() == "".join(filter(str.isalpha, signer)).casefold()
    return signer if same else author or signer


def _signer(letter: Letter) -> str:
    """The name under the sign-off."""
    signed = (
        _LORD.fullmatch(line.strip())
        or (None if _NO_SIGNER.search(line) else _SIGNER.fullmatch(line.strip()))
        for line in letter.signed
    )
    return next((plain_name(name["name"]) for name in signed if name), "")


def _source(head: Head, kind: str, told: Told, letter: Letter, names: list[str], member: str) -> Source:
    voice, asked = {"reply": OFFICE, "column": head.author, "report": ""}[kind], ""
    if kind == "reply" and not told.voice:
        voice, asked = whose.of_letter(letter, head, member)
    return Source(
        title=one_line(personal.take_out(head.title, names)[0] if kind == "reply" else head.title),
        author=one_line(head.author),
        publisher=one_line(head.publisher),
        url=one_line(head.url),
        date=head.date,
        voice=ours.voice(told.voice or voice, member),
        kind=kind,
        questions=[asked] if asked else [],
    )


def taken_out(document: Document) -> left_out.TakenOut:
    """What was taken out of a Document of ours when it was cut."""
    _, found, names = read(document, Told())
    return left_out.taken_out(found, names)


def kept(text: str, source: Source, position: int, names: list[str]) -> Paragraph:
    """A Paragraph of a line that was left out and is wanted after all. names: of whoever was answered."""
    piece = Piece(text, voice=narrator(source))
    if source.kind == "reply":
        piece.text, piece.removed = personal.without(piece.text, names)
    return paragraph(piece, source, position)


def _fill(source: Source, found: list[Piece]) -> None:
    """Make Paragraphs of what stays and notes of what does not."""
    position = 0
    lines: list[dict[str, Any]] = []
    kept: list[Paragraph] = []
    for at, piece in enumerate(found):
        if piece.why:
            lines.append(left_out.line(piece, at, position))
            continue
        for part in layout.parts(piece):
            position += STEP
            kept.append(paragraph(part, source, position))
    for made, name in zip(kept, titles([made.version.text for made in kept]), strict=True):
        made.title = name
    source.left_out, source.paragraphs = lines, kept


def paragraph(piece: Piece, source: Source, position: int) -> Paragraph:
    """A proposed Paragraph with its first Version, dated as its Source is."""
    kind = piece.kind
    own = piece.voice == OFFICE or (source.kind != "report" and piece.voice == narrator(source))
    if kind == "policy" and own:
        kind = stances.of_paragraph(piece.text)
    version = Version(
        number=1,
        text=piece.text,
        voice=piece.voice,
        speaker=one_line(piece.speaker),
        date=source.date,
        removed=left_out.kinds_of(piece),
        figures=figures.find(piece.text, source.date),
    )
    return Paragraph(title=title(piece.text), kind=kind, position=position, versions=[version])
