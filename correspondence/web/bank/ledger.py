"""The ledger of figures, and a new value put wherever the old one is said."""

from dataclasses import dataclass, replace
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField

from correspondence import bank, db, desk, figures
from correspondence.bank import ledger, new_value
from correspondence.bank.new_value import LONGEST, NewValue, Place
from correspondence.errors import Conflict, Refused
from correspondence.figures.stale import NUMBERS
from correspondence.models import Figure
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.forms import day_field, not_to_come
from correspondence.web.bank.wording import Change, Run
from correspondence.web.forms import Form, line, said
from correspondence.web.permission import allow
from correspondence.web.session import now, today, wants_fragment

Answer = str | Response | tuple[str, int]
PAGE = 40
LONGEST_SEARCH = 200
KIND_NAMES = {
    "": "Any kind", "numbers": "Numbers", "money": "Money", "count": "Counts", "percentage": "Percentages",
    "ratio": "Ratios", "date": "Dates", "period": "Periods", "relative_time": "“Next week” and the like",
    "office_holder": "Office-holders", "bill": "Acts and Bills",
}  # fmt: skip


class ValueForm(Form):
    """A new value. seen: the one whose places were shown; only that one can be put in."""

    value = line("New value", hint="As it should read, such as “£21 million”.", limit=LONGEST)
    as_of = day_field("As of", not_to_come, hint="The day it is right for.")
    why = line("Where it is from", hint="A source, or why it changed. It is kept in the history.")
    seen = HiddenField()


@dataclass(frozen=True)
class Shown:
    """A Place as the page shows it. changes: with the new value, once there is one; runs: as it is. title:
    a sentence on that of its Paragraph."""

    place: Place
    is_ticked: bool
    changes: list[Change]
    runs: list[Run]
    title: str = ""


@bp.get("/figures", endpoint="figures")
@allow("caseworker")
def index() -> str:
    asked = _asked()
    page = show.page(g.session, ledger.entries(g.session, _wanted(asked)), PAGE)
    listed = ledger.load(g.session, page.rows)
    mentioned = [figure for entry in listed for figure in entry.figures]
    shown: dict[str, Any] = {
        "page": page,
        "entries": listed,
        "asked": asked,
        "is_filtered": any(asked.values()),
        "stale": {figure.id: _stale(figure) for figure in mentioned},
        "uses": ledger.uses(g.session, sorted({figure.version.paragraph_id for figure in mentioned})),
    }
    if wants_fragment():
        return render_template("bank/fragments/ledger.html", **shown)
    topics = [("", "Any topic"), *((topic.name, topic.name) for topic in bank.topics(g.session))]
    return render_template("bank/ledger.html", **shown, topics=topics, kinds=list(KIND_NAMES.items()))


@bp.route("/figures/<int:figure_id>", methods=["GET", "POST"], endpoint="new_value")
@allow("caseworker")
def change(figure_id: int) -> Answer:
    """First every place that says the old value, then each with the new one, then the change."""
    figure = db.one(g.session, Figure, figure_id)
    form = ValueForm(data={"as_of": today()})
    if request.method == "GET":
        return _page(figure, form)
    value = _value(figure, form)
    if value is None:
        return _page(figure, form), 422
    if request.form.get("do") != "change" or said(form.seen) != value.text:
        return _page(figure, form, value)
    try:
        paragraphs, drafts = _put_in(figure, value)
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.value, refusal)
        return _page(figure, form, value), 409 if isinstance(refusal, Conflict) else 422
    g.session.commit()
    flash(_done(paragraphs, drafts))
    return redirect(url_for("bank.figures"))


def _stale(figure: Figure) -> str:
    """What speaks against a figure, in few words where its row says the rest."""
    why = figures.stale(figure, today())
    return "More than two years old." if why and figure.kind in NUMBERS else why


def _value(figure: Figure, form: ValueForm) -> NewValue | None:
    """What was typed; None, with what is wrong at its field, where it cannot be taken."""
    if not form.validate_on_submit():
        return None
    if form.as_of.data is None:
        form.refuse(form.as_of, Refused("Say which day the new value is right for."))
        return None
    try:
        text = new_value.checked(figure, said(form.value))
    except Refused as refusal:
        form.refuse(form.value, refusal)
        return None
    return NewValue(text, form.as_of.data, said(form.why))


def _put_in(figure: Figure, value: NewValue) -> tuple[int, int]:
    """Put the value in all that was ticked; in how many Paragraphs and Drafts that was."""
    wanted = new_value.chosen(new_value.places(g.session, figure), request.form.getlist("place"))
    versions = new_value.revise_paragraphs(g.session, g.user, wanted, value, now())
    drafts = set()
    for block, text, edit in new_value.block_texts(wanted, value):
        desk.save_block(g.session, g.user, block, text, edit, now())
        drafts.add(block.draft_id)
    return len(versions), len(drafts)


def _page(figure: Figure, form: ValueForm, value: NewValue | None = None) -> str:
    """value: one that can be taken; every place is then shown with it."""
    ticked = set(request.form.getlist("place")) if request.form.get("shown") else None
    places = _titled([_shown(place, ticked, value) for place in new_value.places(g.session, figure)], value)
    form.seen.data = value.text if value else ""
    return render_template(
        "bank/new_value.html",
        figure=figure,
        stale=figures.stale(figure, today()),
        form=form,
        value=value,
        is_figure=value is None or new_value.read(figure, value.text) is not None,
        in_bank=[each for each in places if each.place.noun == "paragraph"],
        in_replies=[each for each in places if each.place.noun == "block"],
        most=ledger.MOST,
    )


def _shown(place: Place, ticked: set[str] | None, value: NewValue | None) -> Shown:
    before, old, after = place.sentence
    changes = [Change("same", before), Change("removed", old)]
    changes += [Change("added", value.text if value else ""), Change("same", after)]
    runs = [Run(before), Run(old, is_found=True), Run(after)]
    is_ticked = place.is_sure if ticked is None else place.mark in ticked
    return Shown(place, is_ticked, changes if value else [], runs)


def _titled(places: list[Shown], value: NewValue | None) -> list[Shown]:
    """The same with what comes of the title of each Paragraph in which something changes, said once."""
    wanted = [each.place for each in places if each.is_ticked and not each.place.closed]
    found = new_value.on_titles(wanted, value) if value else {}
    return [
        replace(each, title=found.pop(each.place.row.id, ""))
        if each.is_ticked and not each.place.closed and each.place.noun == "paragraph"
        else each
        for each in places
    ]


def _done(paragraphs: int, drafts: int) -> str:
    counts = ((paragraphs, "paragraph", "paragraphs"), (drafts, "reply", "replies"))
    told = " and ".join(f"{count} {one if count == 1 else more}" for count, one, more in counts if count)
    proposed = " A paragraph that was approved is proposed until an approver has read it." * bool(paragraphs)
    return f"Changed in {told}.{proposed}"


def _asked() -> dict[str, str]:
    """The filters in the address; one that is none of ours counts as left open."""
    asked = {name: request.args.get(name, "")[:LONGEST_SEARCH] for name in ("q", "kind", "topic")}
    asked["kind"] = asked["kind"] if asked["kind"] in KIND_NAMES else ""
    return {**asked, **{name: "yes" * bool(request.args.get(name)) for name in ("disagreeing", "old")}}


def _wanted(asked: dict[str, str]) -> ledger.Asked:
    return ledger.Asked(
        kind=asked["kind"],
        topic=asked["topic"],
        words=asked["q"],
        disagreeing=bool(asked["disagreeing"]),
        old_on=today() if asked["old"] else None,
    )
