"""The short list of topics."""

from flask import flash, g, redirect, render_template, url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.errors import Refused
from correspondence.models import Paragraph, Topic
from correspondence.models.paragraphs import paragraph_topic
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import TopicForm
from correspondence.web.forms import said
from correspondence.web.permission import allow
from correspondence.web.session import now


@bp.route("/topics", methods=["GET", "POST"])
@allow("caseworker")
def topics() -> str | Response | tuple[str, int]:
    form = TopicForm()
    if form.validate_on_submit():
        try:
            there = len(bank.topics(g.session))
            topic = bank.add_topic(g.session, g.user, said(form.name), now())
        except Refused as refusal:
            form.refuse(form.name, refusal)
        else:
            g.session.commit()
            is_new = len(bank.topics(g.session)) > there
            flash(f"“{topic.name}” is added." if is_new else f"There is a topic “{topic.name}” already.")
            return redirect(url_for("bank.topics"))
    return _page(form), 422 if form.errors else 200


@bp.post("/topics/<int:topic_id>/rename")
@allow("approver")
def rename_topic(topic_id: int) -> Response | tuple[str, int]:
    topic, form = db.one(g.session, Topic, topic_id), TopicForm(prefix=f"t{topic_id}-")
    if form.validate_on_submit():
        try:
            bank.rename_topic(g.session, g.user, topic, said(form.name), now())
        except Refused as refusal:
            g.session.rollback()
            form.refuse(form.name, refusal)
        else:
            g.session.commit()
            return redirect(url_for("bank.topics"))
    return _page(TopicForm(formdata=None), {topic_id: form}), 422


def _page(form: TopicForm, wrong: dict[int, TopicForm] | None = None) -> str:
    wrong, listed = wrong or {}, bank.topics(g.session)
    forms = {
        topic.id: wrong.get(topic.id) or TopicForm(formdata=None, prefix=f"t{topic.id}-", obj=topic)
        for topic in listed
    }
    shown = next(iter(wrong.values()), form)
    return render_template(
        "bank/topics.html", form=shown, new=form, topics=listed, forms=forms, wrong=wrong, used=_used()
    )


def _used() -> dict[int, int]:
    """By Topic id: how many Paragraphs on offer are under it."""
    mine = db.mine(g.session, Paragraph).where(Paragraph.state != "retired").subquery()
    rows = g.session.execute(
        select(paragraph_topic.c.topic_id, func.count())
        .join(mine, mine.c.id == paragraph_topic.c.paragraph_id)
        .group_by(paragraph_topic.c.topic_id)
    )
    return {row[0]: row[1] for row in rows}
