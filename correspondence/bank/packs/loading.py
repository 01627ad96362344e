"""A pack from elsewhere into the bank. What was changed here stays; what changed there is offered."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from correspondence import audit
from correspondence.bank import changing
from correspondence.bank.changed import changed
from correspondence.bank.packs.facts import WORDING, Facts, day, differing, facts_of
from correspondence.bank.packs.file import PackFile
from correspondence.bank.topics import add_topic
from correspondence.db import mine
from correspondence.errors import Conflict, Refused
from correspondence.models import Pack, PackItem, Paragraph, Source, Topic, User, Version

AT_ONCE = 500  # keys in one query


@dataclass(frozen=True)
class Loaded:
    """What came of loading a pack. added: Paragraphs; known: those the bank had word for word already.

    to_decide: how many differences wait for a person now, of this load or an earlier one.
    """

    pack: Pack
    added: int
    known: int
    to_decide: int


def load(session: Session, user: User | None, given: PackFile, now: dt.datetime) -> Loaded:
    """Take a pack in: new Paragraphs are proposed, changes of known ones are offered. Refused if it is older.

    Compared are three states of each: as the pack had it when it was last taken, as it is here now, and as
    the pack has it now. The same file again changes nothing.
    """
    pack = session.scalar(mine(session, Pack).where(Pack.key == given.key))
    if pack is not None and given.edition < pack.edition:
        raise Refused(
            f"This is edition {given.edition} of “{pack.title}”. You have edition {pack.edition} already."
        )
    if pack is None:
        pack = Pack(key=given.key, changed_at=now, title=given.title)
        session.add(pack)
        session.flush()
    items = _items(session, pack)
    moved = [_compare(item, given.paragraphs.get(key, {})) for key, item in items.items()]
    new = {key: facts for key, facts in given.paragraphs.items() if key not in items}
    added, known = _take_in(session, user, pack, new, now)
    facts = {"title": given.title, "publisher": given.publisher, "edition": given.edition}
    if new or any(moved) or any(getattr(pack, name) != value for name, value in facts.items()):
        for name, value in facts.items():
            setattr(pack, name, value)
        pack.changed_at = now
        session.flush()
        audit.record(session, user, "load", pack, now, edition=given.edition, added=added)
    waiting = sum(item.theirs is not None for item in items.values())
    return Loaded(pack, added, known, waiting)


def to_decide(session: Session, pack: Pack | None = None) -> list[PackItem]:
    """The differences that wait for a person, of one pack or of all."""
    query = mine(session, PackItem).where(PackItem.theirs.is_not(None)).order_by(PackItem.id)
    return list(session.scalars(query if pack is None else query.where(PackItem.pack_id == pack.id)))


def seen(item: PackItem) -> str:
    """What a person has before them when they decide; another word when either side changed since."""
    told = json.dumps([item.theirs, facts_of(item.paragraph)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def take(
    session: Session,
    user: User | None,
    item: PackItem,
    fields: Collection[str],
    was_seen: str,
    now: dt.datetime,
) -> None:
    """Let these fields be as the pack has them; the others are left. A text so changed is proposed again.

    Of a Paragraph that is no longer in the pack, any field named retires it.
    """
    theirs = _still(item, was_seen)
    paragraph = item.paragraph
    if paragraph.state == "retired" and theirs:
        raise Refused("This paragraph is retired. Restore it first, or leave the change.")
    wanted = [name for name in differing(theirs, facts_of(paragraph)) if name in fields]
    if not theirs and fields:
        changing.retire(session, user, paragraph, now)
    elif wanted:
        _put(session, user, item, {name: theirs[name] for name in wanted}, now)
    _settle(item)


def leave(session: Session, user: User | None, item: PackItem, was_seen: str, now: dt.datetime) -> None:
    """Keep the Paragraph as it is here. A later change of the pack is offered again."""
    _still(item, was_seen)
    _settle(item)
    audit.record(session, user, "leave", item, now)


def _still(item: PackItem, was_seen: str) -> Facts:
    if item.theirs is None or was_seen != seen(item):
        raise Conflict("This has changed since you opened the page. Look at the difference again.")
    return item.theirs


def _settle(item: PackItem) -> None:
    item.base, item.theirs = item.theirs or {}, None


def _compare(item: PackItem, theirs: Facts) -> bool:
    """Note what the pack says now, {} where it no longer has the Paragraph. Whether that is news."""
    before = (item.base, item.theirs)
    if not differing(theirs, item.base):
        item.theirs = None
    elif not differing(theirs, facts_of(item.paragraph)):
        item.base, item.theirs = theirs, None
    else:
        item.theirs = theirs
    return before != (item.base, item.theirs)


def _items(session: Session, pack: Pack) -> dict[str, PackItem]:
    query = mine(session, PackItem).where(PackItem.pack_id == pack.id).order_by(PackItem.id)
    whole = selectinload(PackItem.paragraph)
    shown = (
        whole.selectinload(Paragraph.versions),
        whole.selectinload(Paragraph.topics),
        whole.selectinload(Paragraph.source),
    )
    return {item.key: item for item in session.scalars(query.options(*shown))}


def _take_in(
    session: Session, user: User | None, pack: Pack, new: dict[str, Facts], now: dt.datetime
) -> tuple[int, int]:
    """Add what the bank does not have; how many that was, and how many it had word for word."""
    there = _same_words(session, {facts["text"] for facts in new.values()})
    topics: dict[str, Topic] = {}
    sources: dict[str, Source] = {}
    added: list[Paragraph] = []
    for key, facts in new.items():
        paragraph = there.get(facts["text"])
        if paragraph is None:
            known_topics = [_topic(session, user, name, now, topics) for name in facts["topics"]]
            paragraph = _made(session, user, facts, known_topics, pack, now, sources)
            there[facts["text"]] = paragraph
            added.append(paragraph)
        session.add(PackItem(pack=pack, paragraph=paragraph, key=key, base=facts))
    if added:
        changed(session, user, "add", pack, added, now, count=len(added))
    session.expire(pack, ["items"])
    return len(added), len(new) - len(added)


def _same_words(session: Session, texts: set[str]) -> dict[str, Paragraph]:
    """Paragraphs on offer whose newest Version says one of these texts, by it."""
    wanted, found = sorted(texts), dict[str, Paragraph]()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        query = (
            mine(session, Paragraph)
            .where(Paragraph.state != "retired", Paragraph.id.in_(_saying(session, some)))
            .options(selectinload(Paragraph.versions))
        )
        for paragraph in session.scalars(query):
            found.setdefault(paragraph.version.text, paragraph)
    return {text: paragraph for text, paragraph in found.items() if text in texts}


def _saying(session: Session, texts: list[str]) -> Any:
    return select(Version.paragraph_id).where(
        Version.office_id == session.info["office_id"], Version.text.in_(texts)
    )


def _made(
    session: Session,
    user: User | None,
    facts: Facts,
    topics: list[Topic],
    pack: Pack,
    now: dt.datetime,
    sources: dict[str, Source],
) -> Paragraph:
    paragraph = changing.made(
        user, facts["text"], now,
        {"voice": facts["voice"], "speaker": facts["speaker"], "date": day(facts["date"]),
         "why": f"From the pack “{pack.title}”."},
        title=facts["title"], kind=facts["kind"], topics=topics, review_date=day(facts["review_date"]),
    )  # fmt: skip
    paragraph.source = _source(session, facts["source"], pack, now, sources)
    return paragraph


def _put(session: Session, user: User | None, item: PackItem, wanted: Facts, now: dt.datetime) -> None:
    """Make these fields of the Paragraph what the pack says."""
    paragraph = item.paragraph
    words: dict[str, Any] = {name: value for name, value in wanted.items() if name in WORDING}
    if "date" in words:
        words["date"] = day(words["date"])
    if words:
        text = words.pop("text", paragraph.version.text)
        why = f"Taken over from the pack “{item.pack.title}”, edition {item.pack.edition}."
        changing.revise(session, user, paragraph, text, now, why=why, **words)
    rest: dict[str, Any] = {name: value for name, value in wanted.items() if name not in WORDING}
    if "topics" in rest:
        rest["topics"] = [_topic(session, user, name, now, {}) for name in rest["topics"]]
    if "review_date" in rest:
        rest["review_date"] = day(rest["review_date"])
    if "source" in rest:
        paragraph.source = _source(session, rest.pop("source"), item.pack, now, {})
        changed(session, user, "give", paragraph, [paragraph], now)
    if rest:
        changing.change(session, user, paragraph, now, **rest)


def _topic(
    session: Session, user: User | None, name: str, now: dt.datetime, known: dict[str, Topic]
) -> Topic:
    if name.casefold() not in known:
        known[name.casefold()] = add_topic(session, user, name, now)
        session.flush()
    return known[name.casefold()]


def _source(
    session: Session, facts: Facts | None, pack: Pack, now: dt.datetime, known: dict[str, Source]
) -> Source | None:
    """The Source with these facts; of the same pack and facts there is one. Its bytes are the facts."""
    if facts is None:
        return None
    original = json.dumps({"pack": pack.key, **facts}, ensure_ascii=False, sort_keys=True).encode()
    name = hashlib.sha256(original).hexdigest()
    if name not in known:
        there = session.scalar(mine(session, Source).where(Source.hash == name))
        values = {**facts, "date": day(facts["date"])}
        known[name] = there or Source(original=original, hash=name, created_at=now, **values)
        session.add(known[name])
    return known[name]
