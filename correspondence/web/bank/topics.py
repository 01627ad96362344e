"""The short list of topics."""

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from correspondence import bank, db, harvest
from correspondence.bank.topics import MANY, uses
from correspondence.errors import Refused
from correspondence.models import Topic
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


@bp.post("/topics/usual")
@allow("caseworker")
def start_topics() -> Response:
    count = bank.start_topics(g.session, g.user, now())
    g.session.commit()
    soon = "What waits for review is put under them in the background, where its words say so."
    flash(f"{count} topics are added. {soon}")
    return redirect(url_for("bank.topics"))


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


@bp.post("/topics/<int:topic_id>/merge")
@allow("approver")
def merge_topic(topic_id: int) -> Response:
    topic, into = db.one(g.session, Topic, topic_id), request.form.get("into", "")
    if not into.isdecimal() or len(into) > 8:
        raise Refused("Choose the topic to merge it into.")
    other = db.one(g.session, Topic, int(into))
    name = topic.name
    bank.merge_topics(g.session, g.user, topic, other, now())
    g.session.commit()
    flash(f"What was under “{name}” is under “{other.name}” now.")
    return redirect(url_for("bank.topics"))


@bp.post("/topics/<int:topic_id>/remove")
@allow("approver")
def remove_topic(topic_id: int) -> Response:
    topic = db.one(g.session, Topic, topic_id)
    name = topic.name
    bank.remove_topic(g.session, g.user, topic, now())
    g.session.commit()
    flash(f"“{name}” is removed.")
    return redirect(url_for("bank.topics"))


def _page(form: TopicForm, wrong: dict[int, TopicForm] | None = None) -> str:
    wrong, listed = wrong or {}, bank.topics(g.session)
    forms = {
        topic.id: wrong.get(topic.id) or TopicForm(formdata=None, prefix=f"t{topic.id}-", obj=topic)
        for topic in listed
    }
    return render_template(
        "bank/topics.html",
        form=next(iter(wrong.values()), form),
        new=form,
        topics=listed,
        forms=forms,
        wrong=wrong,
        used=uses(g.session),
        many=MANY,
        usual=harvest.usual(),
    )
