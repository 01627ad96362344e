"""Packs: made of a selection, taken in from elsewhere, and what differs decided one by one."""

from dataclasses import dataclass
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask_wtf.file import FileField, FileRequired
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from correspondence import bank, db
from correspondence.bank import packs
from correspondence.errors import Refused
from correspondence.models import KINDS, OFFICE, STATES, Pack, PackItem
from correspondence.web import show
from correspondence.web.bank.area import bp
from correspondence.web.bank.wording import Change, differences
from correspondence.web.files import attachment
from correspondence.web.forms import Form, choice, line, needed, said
from correspondence.web.permission import allow
from correspondence.web.session import now

Answer = str | Response | tuple[str, int]
PAGE = 10
NAMES = {
    "text": "Text", "voice": "Words of", "speaker": "Quoting", "date": "True on", "title": "Title",
    "kind": "Kind", "topics": "Topics", "review_date": "Review on", "source": "Source",
}  # fmt: skip


class LoadForm(Form):
    file = FileField(
        "Pack",
        [FileRequired("Choose a pack.")],
        description="A file that another office, or a research unit, exported.",
        render_kw={"accept": ".json,application/json"},
    )


class ExportForm(Form):
    """Which Paragraphs go into a pack."""

    title = line("Title", needed("Give the pack a title."), hint="The same title again is its next edition.")
    topic = choice("Topic", ())
    kind = choice("Kind", [("", "Any kind"), *((kind, kind.capitalize()) for kind in KINDS)])
    state = choice("State", [(state, state.capitalize()) for state in ("approved", *STATES[:1])])

    def offer(self) -> None:
        """The office's own Topics."""
        names = [topic.name for topic in bank.topics(g.session)]
        self.topic.choices = [("", "Any topic"), *((name, name) for name in names)]


@dataclass(frozen=True)
class Field:
    """A field in which pack and bank differ. changes: word by word, for a text."""

    name: str
    label: str
    here: str
    theirs: str
    changes: list[Change]


@dataclass(frozen=True)
class Difference:
    """An item that waits for a decision. fields: none where the pack no longer has the Paragraph."""

    item: PackItem
    seen: str
    fields: list[Field]


@bp.get("/packs", endpoint="packs")
@allow("caseworker")
def index() -> str:
    return _page(LoadForm(), _export_form())


@bp.post("/packs/load")
@allow("caseworker")
def load_pack() -> Answer:
    form = LoadForm()
    if not form.validate_on_submit():
        return _page(form, _export_form()), 422
    try:
        loaded = packs.load(g.session, g.user, packs.read(form.file.data.read()), now())
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.file, refusal)
        return _page(form, _export_form()), 422
    g.session.commit()
    flash(_came_of(loaded))
    return redirect(url_for("bank.pack", pack_id=loaded.pack.id))


@bp.post("/packs/export")
@allow("caseworker")
def export_pack() -> Answer:
    form = _export_form(sent=True)
    if not form.validate_on_submit():
        return _page(LoadForm(formdata=None), form), 422
    filters = bank.Filters(said(form.topic), said(form.kind), state=said(form.state))
    try:
        chosen = bank.search(g.session, filters=filters)
        pack = packs.export(g.session, g.user, said(form.title), chosen, now())
    except Refused as refusal:
        g.session.rollback()
        form.refuse(form.title, refusal)
        return _page(LoadForm(formdata=None), form), 422
    g.session.commit()
    name = f"{pack.title}, edition {pack.edition}.json"
    return attachment(packs.written(pack), name, "application/json")


@bp.get("/packs/<int:pack_id>")
@allow("caseworker")
def pack(pack_id: int) -> str:
    """A pack with what waits to be decided."""
    found = db.one(g.session, Pack, pack_id)
    page = show.cut(packs.to_decide(g.session, found), PAGE)
    count = select(func.count()).where(PackItem.pack_id == found.id, PackItem.office_id == g.office.id)
    return render_template(
        "bank/pack.html",
        pack=found,
        page=page,
        differences=[_difference(item) for item in page.rows],
        holds=g.session.scalar(count),
    )


@bp.post("/packs/items/<int:pack_item_id>/<any('take', 'leave'):what>")
@allow("approver")
def decide_pack(pack_item_id: int, what: str) -> Answer:
    """Take the ticked fields of a difference, or leave it all."""
    item = db.one(g.session, PackItem, pack_item_id)
    was_seen, fields = request.form.get("seen", ""), request.form.getlist("field")
    if what == "take" and not fields:
        raise Refused("Tick what to take over, or choose to leave it.")
    if what == "take":
        packs.take(g.session, g.user, item, fields, was_seen, now())
    else:
        packs.leave(g.session, g.user, item, was_seen, now())
    g.session.commit()
    flash("Taken over." if what == "take" else "Left as it is here.")
    return redirect(url_for("bank.pack", pack_id=item.pack_id))


def _page(load: LoadForm, export: ExportForm) -> str:
    counted = (
        select(PackItem.pack_id, func.count(), func.count(PackItem.theirs))
        .where(PackItem.office_id == g.office.id)
        .group_by(PackItem.pack_id)
    )
    counts = {key: (holds, waiting) for key, holds, waiting in g.session.execute(counted)}
    page = show.page(g.session, db.mine(g.session, Pack).order_by(Pack.changed_at.desc(), Pack.id))
    return render_template(
        "bank/packs.html",
        page=page,
        counts=counts,
        form=load if load.errors else export,
        load=load,
        export=export,
    )


def _export_form(sent: bool = False) -> ExportForm:
    form = ExportForm() if sent else ExportForm(formdata=None)
    form.offer()
    return form


def _came_of(loaded: packs.Loaded) -> str:
    if not (loaded.added or loaded.known or loaded.to_decide):
        return "Nothing in it is new: all was taken in before."
    told = [
        f"{loaded.added:,} added, as proposed" if loaded.added else "",
        f"{loaded.known:,} were here word for word already" if loaded.known else "",
        f"{loaded.to_decide:,} to decide" if loaded.to_decide else "",
    ]
    return f"{', '.join(filter(None, told))}."


def _difference(item: PackItem) -> Difference:
    here, theirs = packs.facts_of(item.paragraph), item.theirs or {}
    named = packs.differing(here, theirs) if theirs else []
    return Difference(item, packs.seen(item), [_field(name, here[name], theirs[name]) for name in named])


def _field(name: str, here: Any, theirs: Any) -> Field:
    changes = differences(here, theirs) if name == "text" else []
    return Field(name, NAMES[name], _spoken(here), _spoken(theirs), changes)


def _spoken(value: Any) -> str:
    """A field's value in a line."""
    if isinstance(value, list):
        return ", ".join(value) or "none"
    if isinstance(value, dict):
        told = (value["title"], value["author"], value["publisher"], value["date"], value["url"])
        return ", ".join(filter(None, told)) or "nothing known of it"
    return "our own" if value == OFFICE else str(value or "none")
