"""The list of the bank's paragraphs with its search and filters, and adding one by hand."""

from collections.abc import Sequence
from typing import Any

from flask import g, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from correspondence import bank, db, desk
from correspondence.bank.finding import ANOTHER, NOBODY, ORDERS
from correspondence.bank.gaps import begin
from correspondence.days import spoken, uk_day
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.models import KINDS, OFFICE, STATES, Block, Paragraph, Source, User, Version
from correspondence.web import model, show
from correspondence.web.bank.about import chosen_topics
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import AddForm, voice_of
from correspondence.web.bank.gaps import asked_for, started
from correspondence.web.bank.standing import standings
from correspondence.web.bank.wording import with_words
from correspondence.web.forms import said
from correspondence.web.permission import allow
from correspondence.web.session import now, today, wants_fragment

LONGEST = 500  # characters of a search
PAGE = 25
ORDERED = (
    ("", "Best or by source"),
    ("newest", "Newest words"),
    ("oldest", "Oldest words"),
    ("review", "Next review"),
    ("used", "Most used"),
    ("title", "Title"),
)


@bp.get("/")
@allow("caseworker")
def index() -> str:
    words = " ".join(request.args.get("q", "").split())[:LONGEST]
    asked = _asked()
    found = bank.ranked(g.session, words, _filters(asked), model.encoder() if words else None)
    page = show.cut(found, PAGE)
    paragraphs = bank.load(g.session, page.rows)
    shown: dict[str, Any] = {
        "page": page,
        "paragraphs": paragraphs,
        "words": words,
        "asked": asked,
        "is_filtered": any(asked.values()),
        "source": _source(asked["source"]),
        "runs": {paragraph.id: with_words(paragraph.version.text, words) for paragraph in paragraphs},
        "why": {
            key: [reason.text for reason in standing.left if reason.kind != "undated"]
            for key, standing in standings(paragraphs).items()
        },
    }
    if wants_fragment():
        return render_template("bank/fragments/found.html", **shown)
    return render_template(
        "bank/index.html", **shown, **_choices(), has_any=_has_any(), readiness=bank.readiness(g.session)
    )


@bp.route("/add", methods=["GET", "POST"])
@allow("caseworker")
def add() -> str | Response | tuple[str, int]:
    """A Paragraph typed in here, or first in a reply."""
    asks, block = asked_for(), _written()
    form = AddForm(data={"voice": OFFICE, **started(), **(_as_written(block) if block else {})})
    form.offer(bank.topics(g.session))
    if form.validate_on_submit():
        try:
            paragraph = _add(form)
            begin(g.session, g.user, paragraph, [ask.point_id for ask in asks], now())
            if block:
                desk.keep_as(g.session, g.user, block, paragraph, now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.text, refusal)
        else:
            g.session.commit()
            return redirect(url_for("bank.show", paragraph_id=paragraph.id))
    return render_template("bank/add.html", form=form, asks=asks, block=block), 422 if form.errors else 200


def _written() -> Block | None:
    """The text of a reply that is to be kept, as the address or the form names it."""
    key = request.form.get("block") or request.args.get("block", "")
    return db.one(g.session, Block, int(key)) if key.isdecimal() and len(key) < 10 else None


def _as_written(block: Block) -> dict[str, Any]:
    """What the form begins with: the text, and the day it was last stood by as its source."""
    day = uk_day(block.draft.sent_at or now())
    return {"text": block.text, "source_title": f"Written for a letter on {spoken(day)}", "date": day}


def _add(form: AddForm) -> Paragraph:
    told, text = form.told(), said(form.text)
    has_source = told != Told(date=told.date, voice=told.voice)
    source = bank.stated(g.session, text, told, now()) if has_source else None
    title: Any = {"title": said(form.title)} if said(form.title) else {}
    wording: Any = {"voice": voice_of(form), **({"date": told.date} if told.date else {})}
    return bank.add(
        g.session,
        g.user,
        text,
        now(),
        wording,
        source,
        today=today(),
        kind=form.kind.data,
        topics=chosen_topics(form.topics.data or [], said(form.topic)),
        review_date=form.review_date.data,
        **title,
    )


def _asked() -> dict[str, str]:
    """The filters in the address; one that is none of ours counts as left open."""
    asked = {
        name: request.args.get(name, "")[:300]
        for name in ("topic", "kind", "voice", "state", "stale", "owner", "source", "order")
    }
    asked["kind"] = asked["kind"] if asked["kind"] in KINDS else ""
    asked["state"] = asked["state"] if asked["state"] in STATES else ""
    asked["order"] = asked["order"] if asked["order"] in ORDERS else ""
    for name in ("owner", "source"):
        asked[name] = asked[name] if asked[name].isdecimal() and len(asked[name]) < 9 else ""
    return asked


def _filters(asked: dict[str, str]) -> bank.Filters:
    return bank.Filters(
        asked["topic"],
        asked["kind"],
        asked["voice"],
        asked["state"],
        source_id=int(asked["source"]) if asked["source"] else None,
        stale_on=today() if asked["stale"] else None,
        owner_id=int(asked["owner"]) if asked["owner"] else None,
        order=asked["order"],
    )


def _source(number: str) -> Source | None:
    """The Source the list is narrowed to; one that is not ours counts as none."""
    query = db.mine(g.session, Source)
    return g.session.scalar(query.where(Source.id == int(number))) if number else None


def _choices() -> dict[str, Sequence[tuple[str, str]]]:
    """What each filter offers: (value, what is read)."""
    voices = g.session.scalars(
        select(Version.voice)
        .where(Version.office_id == g.office.id, Version.voice != OFFICE)
        .distinct()
        .order_by(Version.voice)
        .limit(100)
    )
    return {
        "topics": [("", "Any topic"), *((topic.name, topic.name) for topic in bank.topics(g.session))],
        "kinds": [("", "Any kind"), *((kind, kind.capitalize()) for kind in KINDS)],
        "voices": [
            ("", "Anybody’s words"), (OFFICE, "Our own"), (ANOTHER, "Somebody else’s"),
            *((voice, voice) for voice in voices if voice),
        ],
        "states": [("", "On offer"), *((state, state.capitalize()) for state in STATES)],
        "owners": [("", "Any owner"), *owners()],
        "orders": ORDERED,
    }  # fmt: skip


def owners() -> list[tuple[str, str]]:
    """Who may own a Paragraph, for a choice: whoever is signed in, nobody, then the others by name."""
    people = g.session.scalars(db.mine(g.session, User).where(User.ended_at.is_(None)).order_by(User.name))
    others = [(str(person.id), person.name) for person in people if person.id != g.user.id]
    return [(str(g.user.id), "Mine"), (str(NOBODY), "Nobody’s"), *others]


def _has_any() -> bool:
    return g.session.scalar(db.mine(g.session, Paragraph).limit(1)) is not None
