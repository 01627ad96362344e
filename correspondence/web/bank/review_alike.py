"""The review of what the bank has already: use the bank's words, these instead, or keep both."""

from flask import g, request

from correspondence import db
from correspondence.bank import settling
from correspondence.errors import Conflict
from correspondence.harvest import likeness
from correspondence.models import Paragraph, Source
from correspondence.web.bank import review, review_source
from correspondence.web.bank.area import bp
from correspondence.web.permission import allow
from correspondence.web.session import now


@bp.post("/paragraphs/<int:paragraph_id>/alike/<any(merge, replace, both):how>")
@allow("caseworker")
def settle(paragraph_id: int, how: str) -> review.Answer:
    """What a person decides of a proposed Paragraph and the one of the bank that was shown beside it."""
    paragraph = db.one(g.session, Paragraph, paragraph_id)
    named = request.form.getlist("other", type=int)[: likeness.MOST]
    others = [db.one(g.session, Paragraph, key) for key in named]
    if not others:
        raise Conflict("Nothing in the bank was named. Look at this paragraph again.")
    seen = (request.form.get("number", type=int), request.form.get("other_number", type=int))
    if how == "merge":
        settling.merge(g.session, g.user, paragraph, others[0], now(), seen)
        return review.done(paragraph, "The bank’s words are used. You can put this back.", "bank.put_back")
    if how == "replace":
        settling.replace(g.session, g.user, paragraph, others[0], now(), seen)
        return review.done(others[0], "These words are used instead. What the bank had is in its history.")
    first = settling.keep_both(g.session, g.user, paragraph, others, now())
    return review.done(paragraph, "Both are kept.", "bank.ask_again", first=first)


@bp.post("/sources/<int:source_id>/alike")
@allow("caseworker")
def settle_same(source_id: int) -> review.Answer:
    """Use the bank's words for all that is word for word the same, here or in all that came with it."""
    source = db.one(g.session, Source, source_id)
    given, files = settling.of_import(g.session, source) if "import" in request.form else (None, 1)
    rows = source.paragraphs if given is None else settling.proposed_of(g.session, given)
    count = settling.merge_same(g.session, g.user, given or source, rows, now())
    where = "" if given is None else f" in {files} files"
    return review_source.done(source, f"{count} the same{where}: the bank’s words are used.")
