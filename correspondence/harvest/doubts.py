"""What a person should look at before they approve what was cut: signs that the rules may have erred.

They mark 34 of 53 lines that older rules had kept on pages they had never seen and that did not belong there,
and of 2,191 paragraphs that are right now 46, of which 13 promise something to one person and something
personal had been taken out of 18 (docs/harvest.md).
"""

import re

from correspondence.fields import fields
from correspondence.figures.moved_on import unknown_holders
from correspondence.figures.world import World
from correspondence.harvest import bodies, leaning, marks, promises
from correspondence.harvest.layout import sentence_ends
from correspondence.harvest.names import TITLE
from correspondence.harvest.phrases import one_of
from correspondence.harvest.sources import narrator
from correspondence.harvest.speakers import SOMEBODY
from correspondence.models import OFFICE, Paragraph, Source, Version

NO_END = "It ends as no sentence does: is it a heading, or is the rest of it elsewhere?"
IN_THE_MIDDLE = "It begins in the middle of a sentence: is it the end of the one before?"
OF_THE_PAGE = "It may be a line of the page and not of the text."
WHOSE = "It does not say whose words these are: name who speaks, or drop it."
OF_A_COLUMN = "It speaks of where it was printed: a letter cannot."
OF_A_CONSTITUENT = (
    "It names a constituent: take the name out, unless they agreed to stand in other people’s letters."
)
REPORTERS = "A reporter’s words stand between our own: leave only what was said."
SCRAP = "Sentences on somebody’s own matter were taken out: does the rest make sense by itself?"
GAP = "A personal detail was taken out: does the wording still hold?"
_OWN_MATTER = "It may tell of one person’s own matter: “{}”."

_PRINTED = re.compile(
    r"\b(?:this|my|last (?:week|month)’s) (?:column|newspaper|paper|blog|article|post|speech)\b|\breaders\b",
    re.IGNORECASE,
)
_CONSTITUENT = re.compile(
    rf"\b[Cc]onstituent(?: of mine)?,? (?:(?:called|named) )?(?:{TITLE} )*(?!MP)[A-Z][a-z]+"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+, (?:who is )?(?:an?|my|another|one of my) (?:local )?constituents?\b"
)
_SHORT = 25  # words of a line of the page
_LIST = re.compile(r"\n(?:[-*•–·]|\d{1,2}[.)]|\([a-z]\))\s")
_I = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b")
_PAGE = one_of(r"""
    .*\b(?:subscri\w+|newsletters?|podcasts?|cookies|notifications?|sign[ -]?up|log ?in|bookmarks?)\b.*
    .*\b(?:adverts?|advertis\w+|click\w*|read more|photograph|pictured|caption|follow us|copyright)\b.*
    .*\b(?:all rights|registered charity|newsdesk|newsroom|download|privacy|contributors?)\b.*
    .*(?:©|https?:|www\.|\(\((?:telephone|e-mail|address)\)\)|\[ ?\]|@\w).*
""")
_MATTER = re.compile(
    r"\byour (?:own |elderly |late )?(?:daughter|son|wife|husband|partner|mother|father|child|children|family"
    r"|claim|application|condition|illness|diagnosis|tenancy|landlord|employer|health|situation|circumstances"
    r"|case)\b|\byou (?:told|described|mention(?:ed)?) (?:me )?(?:that )?(?:you|your) \w+",
    re.IGNORECASE,
)


def of_paragraph(paragraph: Paragraph, world: World) -> list[str]:
    """Sentences on a Paragraph that was cut out of a Source and that nobody has revised or approved.

    world: the dated rows, which know until when somebody holds a Post; they do not know every Post.
    """
    version, source = paragraph.version, paragraph.source
    if source is None or paragraph.state != "proposed" or version.number > 1:
        return []
    text, found = version.text.strip(), []
    if not (sentence_ends(text) or text.endswith(":") or _LIST.search(text)):
        found.append(NO_END)
    if text[0].islower():
        found.append(IN_THE_MIDDLE)
    courteous = paragraph.kind in ("opening", "closing")
    if len(text.split()) <= _SHORT and not courteous and _PAGE.fullmatch(text):
        found.append(OF_THE_PAGE)
    if version.speaker == SOMEBODY or _is_nobodys(version, source):
        found.append(WHOSE)
    if source.kind == "report" and version.voice == OFFICE != source.voice and version.speaker:
        found.append(REPORTERS)
    if source.kind == "column" and version.voice == OFFICE and _PRINTED.search(text):
        found.append(OF_A_COLUMN)
    if source.kind == "column" and version.voice == OFFICE and _CONSTITUENT.search(text):
        found.append(OF_A_CONSTITUENT)
    found += _on_what_was_taken_out(version)
    if source.kind == "reply" and (matter := _MATTER.search(text)):
        found.append(_OWN_MATTER.format(matter.group()))
    if source.kind == "reply":
        found += promises.to_one_person(text)
        found += leaning.on_another(version, paragraph.kind)
    return found + (unknown_holders(version, world) if version.voice == OFFICE else [])


def _on_what_was_taken_out(version: Version) -> list[str]:
    """A name alone that left no gap, as in "I hope, Mrs Field, that", leaves nothing to check."""
    kinds = {detail["kind"] for detail in version.removed or []}
    if "case details" in kinds:
        return [SCRAP]
    return [GAP] if kinds - {"name"} or (kinds and fields(version.text)) else []


def _is_nobodys(version: Version, source: Source) -> bool:
    """Whether words of a report that say "I", or stand in marks, are said to be the paper's or a body's."""
    if source.kind != "report":
        return False
    marked = marks.quotes(version.text)
    if version.voice == narrator(source):
        bare = version.text[0] in marks.MARKS or _I.search(" ".join(marks.outside(version.text, marked)))
        return not version.speaker and bool(bare)
    return bodies.is_body(version.voice) and _I.search(version.text) is not None
