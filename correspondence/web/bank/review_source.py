"""The review of a Source as a whole: what is known of it, what was left out, several at once."""

from flask import Response as Answer
from flask import flash, g, redirect, request, url_for
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.errors import Conflict, Refused
from correspondence.models import Paragraph, Source
from correspondence.web.bank import about, review
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import KnownForm
from correspondence.web.files import attachment
from correspondence.web.permission import allow
from correspondence.web.session import now, wants_fragment


@bp.get("/sources/<int:source_id>/original")
@allow("caseworker")
def original(source_id: int) -> Answer:
    """The bytes it was read from."""
    source = db.one(g.session, Source, source_id)
    return attachment(
        source.original, source.file_name or f"source-{source.id}.txt", "application/octet-stream"
    )


@bp.post("/sources/<int:source_id>/known")
@allow("caseworker")
def known(source_id: int) -> review.Answer:
    """What a person knows of it: an answer to a question, or the facts put right."""
    source, form = db.one(g.session, Source, source_id), KnownForm()
    if not form.validate_on_submit():
        return review.page(source, wrong=form), 422
    told = form.told()
    count = bank.give(g.session, g.user, source, told, now())
    again = f" {count} that had been approved wait for approval again: the facts are new." if count else ""
    return done(source, f"Saved.{again}")


@bp.post("/sources/<int:source_id>/keep")
@allow("caseworker")
def keep(source_id: int) -> review.Answer:
    """Make a paragraph of a line that was left out; it must still be the one the page showed."""
    source, index = db.one(g.session, Source, source_id), request.form.get("index", -1, type=int)
    lines = [left["text"] for left in source.left_out]
    if not 0 <= index < len(lines) or lines[index].split() != request.form.get("text", "").split():
        raise Conflict("That line is no longer among what was left out.")
    return review.done(bank.keep(g.session, g.user, source, index, now()), "Kept, as proposed.")


@bp.post("/sources/<int:source_id>/accept")
@allow("approver")
def accept(source_id: int) -> review.Answer:
    """Approve what is ticked, or all that the page showed; nothing that has changed since."""
    source = db.one(g.session, Source, source_id)
    chosen, changed = _as_shown(source, request.form.getlist("shown" if "all" in request.form else "ticked"))
    if not chosen and not changed:
        raise Refused("Tick the paragraphs you want to approve.")
    count = bank.accept(g.session, g.user, source, now(), chosen)
    waiting = sum(paragraph.state == "proposed" for paragraph in chosen)
    words = f"{count} approved."
    if waiting:
        are = "is" if waiting == 1 else "are"
        words += f" {waiting} {are} stale or undated and wait for a decision each."
    return done(source, words + (f" {changed} changed meanwhile: read again." if changed else ""))


@bp.post("/sources/<int:source_id>/topics")
@allow("caseworker")
def give_topic(source_id: int) -> review.Answer:
    """Put the ticked paragraphs under a topic, besides those they have."""
    source = db.one(g.session, Source, source_id)
    chosen, _changed = _as_shown(source, request.form.getlist("ticked"))
    topics = about.chosen_topics(request.form.getlist("topic", type=int), request.form.get("new_topic", ""))
    if not chosen or not topics:
        raise Refused("Tick one or more paragraphs and name a topic.")
    free = [paragraph for paragraph in chosen if review.may_change(paragraph)]
    if not free:
        raise Refused("These paragraphs are approved. An approver can change them.")
    for paragraph in free:
        added = [topic for topic in topics if topic not in paragraph.topics]
        bank.change(g.session, g.user, paragraph, now(), topics=[*paragraph.topics, *added])
    rest = len(chosen) - len(free)
    left = f" {rest} {'is' if rest == 1 else 'are'} approved, and left for an approver." if rest else ""
    return done(source, f"{len(free)} put under {topics[0].name}.{left}")


def _as_shown(source: Source, sent: list[str]) -> tuple[list[Paragraph], int]:
    """The Paragraphs named as "id.number", and how many of them are not as they were shown."""
    wanted = set(" ".join(sent).split())
    ids = {value.partition(".")[0] for value in wanted}
    named = [paragraph for paragraph in source.paragraphs if str(paragraph.id) in ids]
    same = [paragraph for paragraph in named if f"{paragraph.id}.{paragraph.version.number}" in wanted]
    return same, len(named) - len(same)


def done(source: Source, words: str) -> review.Answer:
    """Store it, and show the review."""
    g.session.commit()
    if wants_fragment():
        return review.page(source, words=words)
    flash(words)
    there: Response = redirect(url_for("bank.source", source_id=source.id, page=request.args.get("page")))
    return there
