"""The last step of a review taken back: the acts that have no button else."""

from flask import g, request

from correspondence import db
from correspondence.bank import undoing
from correspondence.models import Paragraph
from correspondence.web.bank import cut_up, review
from correspondence.web.bank.area import bp
from correspondence.web.permission import allow
from correspondence.web.session import now


@bp.post("/paragraphs/<int:paragraph_id>/withdraw")
@allow("approver")
def withdraw(paragraph_id: int) -> review.Answer:
    """Take an approval back."""
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    undoing.withdraw(g.session, g.user, paragraph, now())
    return review.done(paragraph, "Proposed again.")


@bp.post("/paragraphs/<int:paragraph_id>/unjoin")
@allow("caseworker")
def unjoin(paragraph_id: int) -> review.Answer:
    """Part two that were joined."""
    paragraph = review.open_to_change(paragraph_id)
    following = db.one(g.session, Paragraph, request.form.get("next", 0, type=int))
    cut_up.must_be(paragraph, request.form.get("number", type=int))
    undoing.unjoin(g.session, g.user, paragraph, following, now())
    return review.done(paragraph, "Parted again.")


@bp.post("/paragraphs/<int:paragraph_id>/ask-again")
@allow("caseworker")
def ask_again(paragraph_id: int) -> review.Answer:
    """Take back that both are kept."""
    paragraph = review.open_to_change(paragraph_id)
    undoing.ask_again(g.session, g.user, paragraph, request.form.get("first", 0, type=int), now())
    return review.done(paragraph, "Asked about again.")
