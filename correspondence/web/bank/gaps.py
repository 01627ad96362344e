"""What people ask and the bank has nothing for: the list, a paragraph for it, its letters answered again."""

from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from correspondence import db, desk
from correspondence.bank import gaps as found
from correspondence.bank.alike_asks import Ask
from correspondence.desk.choices import keep_looked_up
from correspondence.matching.rank import Answer
from correspondence.models import Draft, Message, Paragraph
from correspondence.web import model, show
from correspondence.web.bank.area import bp
from correspondence.web.permission import allow
from correspondence.web.session import now, today

PAGE = 20
MOST_POINTS = 60  # that a paragraph is begun for at once
AT_ONCE = 25  # letters looked at, or answered again, by one press


@bp.get("/gaps")
@allow("caseworker")
def gaps() -> str:
    every = found.gaps(g.session, today())
    page = show.cut(every, PAGE)
    named = {key for gap in page.rows for key in (*gap.begun, *gap.stale)}
    _letters, unbegun = found.unbegun(g.session, 0)
    paragraphs = db.mine(g.session, Paragraph).where(Paragraph.id.in_(named))
    return render_template(
        "bank/gaps.html",
        page=page,
        unbegun=unbegun,
        at_once=min(unbegun, AT_ONCE),
        paragraphs={paragraph.id: paragraph for paragraph in g.session.scalars(paragraphs)},
        lately=found.LATELY.days,
        most=MOST_POINTS,
        newest=found.MOST if sum(len(gap.asks) for gap in every) == found.MOST else 0,
    )


@bp.post("/gaps/look")
@allow("caseworker")
def look() -> Response:
    """See what the bank has for letters nobody has begun to answer."""
    letters, _total = found.unbegun(g.session, AT_ONCE)
    for message in letters:
        _look_up(message)
    looked_at = f"{len(letters)} letter{'s' * (len(letters) != 1)} looked at."
    flash(looked_at if letters else "There is none left to look at.")
    return redirect(url_for("bank.gaps"))


@bp.post("/paragraphs/<int:paragraph_id>/answer")
@allow("caseworker")
def answer(paragraph_id: int) -> Response:
    """Answer the letters again that a paragraph was written for."""
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    waiting = found.waiting_for(g.session, paragraph)[:AT_ONCE]
    answered = sum(_answer(message) for message in waiting)
    flash(_told(answered, len(waiting) - answered))
    return redirect(url_for("bank.show", paragraph_id=paragraph_id))


def asked_for() -> list[Ask]:
    """The points that a paragraph is to be written for, as the address or the form has them."""
    given = (request.form.get("points") or request.args.get("points", "")).split(",")[:MOST_POINTS]
    keys = [int(key) for key in given if key.isdecimal() and len(key) < 10]
    return found.told_of(g.session, keys) if keys else []


def started() -> dict[str, Any]:
    """What the form of a paragraph for a gap begins with: nothing that a constituent said."""
    topic = request.args.get("topic", "")
    return {"topics": [int(topic)]} if topic.isdecimal() and len(topic) < 9 else {}


def _told(answered: int, rest: int) -> str:
    done = f"{answered} {'reply has' if answered == 1 else 'replies have'} one more answer now."
    left = "1 letter still waits" if rest == 1 else f"{rest} letters still wait"
    why = f"{left}: no reply is begun yet, or the paragraph is not near enough to what is asked."
    return " ".join([done] * bool(answered) + [why] * bool(rest))


def _answer(message: Message) -> bool:
    """Answer a letter again and store that; whether it has one more answer now."""
    drafts = db.mine(g.session, Draft).where(Draft.message_id == message.id, Draft.state == "drafting")
    draft = g.session.scalar(drafts.order_by(Draft.id.desc()).limit(1))
    if draft is None:
        _look_up(message)
        return False
    is_answered = desk.again(g.session, g.user, draft, now(), model.encoder(), _found(message)) > 0
    g.session.commit()
    return is_answered


def _look_up(message: Message) -> None:
    """See what the bank has for a letter and store that."""
    keep_looked_up(g.session, message, _found(message), model.encoder(), now())
    g.session.commit()


def _found(message: Message) -> list[Answer]:
    """What the bank has for a letter; others may write while that is looked for."""
    encoder = model.encoder()
    g.session.commit()
    with db.reading(g.session):
        return desk.answers(g.session, message, today(), encoder)
