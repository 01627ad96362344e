"""What mail programs, employers and campaigns put round a letter: footers, notices, banners."""

import re
from collections.abc import Sequence

from correspondence.understanding.lines import Line
from correspondence.understanding.wording import wordings

_MOBILE = wordings(
    r"""
    sent (?:from|via|using|with) (?:my |the |a )?(?:i(?:phone|pad|pod)|samsung|galaxy|huawei|android|
        blackberry|windows|mobile|phone|outlook|yahoo|mail for|aol|bt |virgin|sky|gmail|proton|nokia|
        xperia|oneplus|pixel|mailbox|tablet|spark|my\b|fairphone|motorola|ios|talktalk|
        kindle)[^.?!]{0,60}
    get outlook for .{2,30}   yahoo mail: .{2,60}   (?:please )?excuse (?:any )?(?:typos|brevity).{0,60}
    von meinem .{2,30}gesendet   wysłane z .{2,40}   envoyé (?:de|depuis) .{2,40}   enviado des?de .{2,40}
    """,
    before=r"^\W*",
    after=r"\W*$",
)
_NOTICE = wordings(
    r"""
    confidentiality notice   disclaimer\b   legal notice   uk parliament disclaimer
    important(?: notice)?:.*(?:confidential|e-?mail)
    (?:the |this |all )?(?:information|content|contents) (?:contained )?(?:in|of) this (?:e-?mail|
        message|communication)
    this (?:e-?mail|message|communication|electronic message|transmission)\b.{0,120}(?:confidential|
        privileged|intended|scanned|virus|monitored|addressee)
    if you (?:are not the intended|have received this (?:e-?mail|message)|received this (?:e-?mail|
        message) in error)
    (?:please )?(?:consider|think of) the environment before   please consider the environment
    virus-free\b   scanned by   any views or opinions   the views expressed in this e-?mail
    .{0,40}registered (?:in england|office|charity)   unauthori[sz]ed use, disclosure   we may monitor
    no (?:virus|viruses) found
    """,
    before=r"^\W*",
)
_LEGAL = wordings(
    r"""
    confiden\w*   privilege\w*   recipients?   addressees?   (?:anti-?)?virus\w*   malware   monitor\w*
    liab\w+   registered   unauthori[sz]ed   disclaimer   legal   environment   print\w*   solely   author
    sender   mcafee   mailscanner   mimecast   messagelabs   sophos   avast   avg   norton
    """,
    before=r"\b",
    after=r"\b",
)
_BANNER = wordings(
    r"""
    (?:caution|warning|external|notice)\b.{0,40}\b(?:outside|external|unknown|unverified)
        \b.{0,40}\b(?:organi[sz]ation|e-?mail|sender|network|source)
    this (?:e-?mail|message) (?:originated|came|was sent) from outside   you don['’]t often get e-?mail from
    """,
    before=r"^\W*",
)
_CAMPAIGN = wordings(
    r"""
    unsubscribe\b   click here to unsubscribe   manage (?:your )?(?:e-?mail )?preferences
    view (?:this |it )?.{0,20}in (?:your|a|the)? ?browser
    you(?: are|'re|’re) receiving this (?:e-?mail|message)
    this (?:e-?mail|message|letter) (?:was|has been) (?:sent|generated|delivered) (?:to you )?(?:by|
        via|through|using|from|on behalf)
    (?:sent|powered|delivered) (?:via|by|through|using) (?:the )?(?:writetothem|38 ?degrees|
        change\.org|campaigning|engaging|nationbuilder|action network|speakout|tfaforms|www\.|
        https?://)
    signed with an electronic signature
    action id\b   campaign id\b   (?:please )?do not reply to this (?:e-?mail|message) address
    [-=_*~]{4,}$   share this (?:action|campaign|petition)   sign the petition (?:here|at)
    """,
    before=r"^\W*(?:to )?",
)
POSTSCRIPT = re.compile(r"^(?:p\.? ?p?\.? ?s|postscript)\b[.:,\s-]", re.I)


def notice_of(line: str) -> str:
    """Why a single line (or the first of a paragraph) is no part of the letter; "" if it may be."""
    if not line or len(line) > 2000:
        return ""
    if _MOBILE.match(line):
        return "added by the mail program"
    if _BANNER.match(line):
        return "added by the mail program"
    if _NOTICE.match(line) and _LEGAL.search(line):
        return "legal notice"
    if _CAMPAIGN.match(line) and "?" not in line:
        return "footer"
    return ""


def footers(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """Runs (first, last, why; places in `lines`) of footers and notices: a notice takes its paragraph."""
    runs: list[tuple[int, int, str]] = []
    place = 0
    while place < len(lines):
        why = notice_of(lines[place].text)
        end = place + 1
        takes_all = why in ("legal notice", "footer") or _BANNER.match(lines[place].text) is not None
        if takes_all and not re.match(r"^[-=_*~]{4,}$", lines[place].text):
            end = _paragraph_end(lines, end)
        if why and place and lines[place - 1].text in ("--", "—"):
            runs.append((place - 1, place, why))  # a mail program's own signature mark
        if why and not (why == "legal notice" and place == 0):
            end = _notice_end(lines, end) if why == "legal notice" else end
            runs.append((place, end, why))
        place = end
    return runs


def _paragraph_end(lines: Sequence[Line], place: int) -> int:
    while place < len(lines) and lines[place].text and not POSTSCRIPT.match(lines[place].text):
        place += 1
    return place


def _notice_end(lines: Sequence[Line], end: int) -> int:
    """How far on a legal notice goes: over paragraphs in its own words, and none of a writer's."""
    while True:
        start = end
        while start < len(lines) and lines[start].blank:
            start += 1
        text = lines[start].text if start < len(lines) else ""
        own = POSTSCRIPT.match(text) or "?" in text or re.search(r"\b(?:I|I'm|I’m|[Mm]y|[Dd]ear)\b", text)
        if own or not (_LEGAL.search(text) or re.search(r"e-?mail|mail\b", text, re.I)):
            return end
        end = _paragraph_end(lines, start + 1)
