"""What the page of a reply shows: the letter, the Blocks, the open points, the offers, the problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from flask import g, request
from sqlalchemy.orm import selectinload

from correspondence import bank, db, desk, drafting
from correspondence.bank import stale
from correspondence.desk import pointing
from correspondence.errors import NotFound
from correspondence.harvest import leaning
from correspondence.matching import index, rank
from correspondence.matching.reasons import spoken
from correspondence.models import OFFICE, Block, Draft, Paragraph, Point, Version
from correspondence.web import known, model
from correspondence.web.bank.wording import Change, differences
from correspondence.web.paper import pieces
from correspondence.web.session import now, today
from correspondence.web.typed import Typed, fingerprint

FOUND = 20  # paragraphs shown for a search beside the letter


@dataclass(frozen=True)
class Offered:
    """A Paragraph in the side panel. block: where it stands in the reply already, or None.

    variants: others that say nearly the same, folded under it. leans: where it leans on another letter.
    """

    paragraph: Paragraph
    is_ours: bool
    block: Block | None
    because: str = ""
    variants: Sequence["Offered"] = ()
    leans: Sequence[str] = ()


def read(draft_id: int) -> Draft:
    """The Draft with all that its page shows, or NotFound. What was changed is committed by now."""
    db.only_read(g.session)
    version = selectinload(Draft.blocks).selectinload(Block.source_version)
    wanted = (
        db.mine(g.session, Draft)
        .where(Draft.id == draft_id)
        .options(
            selectinload(Draft.blocks).selectinload(Block.points),
            version.selectinload(Version.figures),
            version.selectinload(Version.paragraph).selectinload(Paragraph.versions),
            version.selectinload(Version.paragraph).selectinload(Paragraph.source),
        )
    )
    draft: Draft | None = g.session.scalar(wanted)
    if draft is None:
        raise NotFound("There is no such reply in this office.")
    return draft


def block_of(draft: Draft, block_id: int) -> Block:
    """The Draft's Block of this id."""
    for block in draft.blocks:
        if block.id == block_id:
            return block
    raise NotFound("That paragraph is not in this reply.")


def point_of(draft: Draft, point_id: int | None) -> Point | None:
    """The letter's Point of this id; None where it has none such."""
    return next((point for point in draft.message.points if point.id == point_id), None)


def require_point(draft: Draft, point_id: int) -> Point:
    """The letter's Point of this id, or NotFound."""
    point = point_of(draft, point_id)
    if point is None:
        raise NotFound("That point is not in this letter.")
    return point


def chosen_point(draft: Draft) -> Point | None:
    """The Point the page is asked to show offers for; else the first that is open, else the first."""
    asked = request.values.get("point", "")
    if asked.isdecimal() and len(asked) < 15 and (point := point_of(draft, int(asked))):
        return point
    return next(iter([*drafting.unanswered(draft), *draft.message.points]), None)


def sheet(draft: Draft, typed: Typed | None = None, saved: bool = False) -> dict[str, object]:
    """All the page of a reply shows. typed: what clashed on its way in. saved: just now."""
    return {**checks(draft, typed, saved), **letter(draft), **offers(draft)}


def checks(draft: Draft, typed: Typed | None = None, saved: bool = False) -> dict[str, object]:
    """What the Blocks and the bar show, and of what was written in, whether it is in the reply."""
    typed = typed or Typed()
    told = desk.known(g.session, draft)
    problems = desk.problems(g.session, draft, today(), known.answers(draft.message), told)
    return {
        "draft": draft,
        "points": draft.message.points,
        "is_open": draft.state == "drafting",
        "how_far": {one.id: how_far(draft, one) for one in draft.message.points},
        "ending": ending(draft),
        "removed": [block for block in draft.blocks if block.removed_at is not None],
        "problems": problems,
        "problems_of": lambda block: [problem for problem in problems if problem.block == block.id],
        "to_check": len([problem for problem in problems if problem.severity != "note"]),
        "newer": {block.id: _newer(block) for block in draft.kept if drafting.newer(block)},
        "is_news": desk.is_news,
        "kept": desk.kept(g.session, draft.kept),
        "asked_first": desk.asked_first(draft),
        "to_check_kinds": drafting.TO_CHECK,
        "seen": desk.read_as,
        "decided": lambda block: drafting.decided(block, today(), told),
        "typed": typed,
        "written": [
            _offered(draft, version.paragraph) for one in typed.sent if (version := one.source_version)
        ],
        "fingerprint": fingerprint,
        "saved_at": now() if saved else None,
    }


def _newer(block: Block) -> list[Change]:
    """What the bank's newest wording would change of a Block's text, word by word."""
    version = drafting.newer(block)
    return differences(block.text.strip(), version.text) if version else []


def ending(draft: Draft) -> list[Block]:
    """What closes the reply; above it the page shows the points that are open."""
    last = takewhile(lambda block: block.kind in ("closing", "signoff"), reversed(draft.kept))
    return [*last][::-1]


def letter(draft: Draft) -> dict[str, object]:
    """What the column of the letter shows."""
    return {
        "draft": draft,
        "message": draft.message,
        "points": draft.message.points,
        "points_were": pointing.outline(draft.message),
        "pieces": pieces(draft.message),
        "point": chosen_point(draft),
        "how_far": {one.id: how_far(draft, one) for one in draft.message.points},
    }


def how_far(draft: Draft, point: Point) -> str:
    """How far a Point is: answered, left, open."""
    if point in drafting.answered(draft):
        return "answered"
    return "left" if point.id in draft.left else "open"


def offers(draft: Draft) -> dict[str, object]:
    """What the side panel shows: what fits the chosen Point, or what was searched for."""
    point = chosen_point(draft)
    words = " ".join(request.values.get("words", "").split())[:200]
    if words:
        found = bank.search(g.session, words, encoder=model.encoder())
        offered = [_offered(draft, paragraph) for paragraph in found[:FOUND]]
        answered, more = "", len(found) - len(offered)
    else:
        answer = next((one for one in known.answers(draft.message) if one.point is point), None)
        offered = _matched(draft, answer.matches if answer else [])
        answered, more = answer.answered if answer else "", 0
    return {
        "is_open": draft.state == "drafting",
        "words": words,
        "offered": offered,
        "found": len(offered) + more,
        "answered": answered,
        "against": stale.against(
            [each.paragraph for one in offered for each in (one, *one.variants)], today()
        ),
        "notice": rank.notice(index.bank_index(g.session, model.encoder()), model.encoder()),
    }


def _matched(draft: Draft, matches: Sequence[rank.Match]) -> list[Offered]:
    """Without those that were retired since the matches were found."""
    bank = desk.matches.paragraphs(g.session, desk.matches.shown(matches))
    return [
        _offered(
            draft,
            bank[match.paragraph_id],
            spoken(match.because),
            [_offered(draft, bank[key]) for key in match.variants if key in bank],
        )
        for match in matches
        if match.paragraph_id in bank
    ]


def _offered(
    draft: Draft, paragraph: Paragraph, because: str = "", variants: Sequence[Offered] = ()
) -> Offered:
    said = (block for block in draft.kept if not block.is_blank)
    used = (block for block in said if block.source_version in paragraph.versions)
    leans = leaning.on_another(paragraph.version, paragraph.kind)
    return Offered(paragraph, paragraph.version.voice == OFFICE, next(used, None), because, variants, leans)
