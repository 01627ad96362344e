"""What is said of a Paragraph besides its wording, in a form: only what was changed there is saved.

The form brings back a mark of each as it was shown. What still has its mark was not touched, and is left
alone, whoever changed it meanwhile.
"""

from typing import Any, cast

from flask import g

from correspondence import bank, db
from correspondence.bank.changing import Changes
from correspondence.errors import Refused
from correspondence.models import Paragraph, Topic, User
from correspondence.web.forms import said
from correspondence.web.session import now
from correspondence.web.typed import fingerprint

SAID = ("title", "kind", "topics", "owner", "review_date")


def as_shown(paragraph: Paragraph) -> dict[str, Any]:
    """What a form is filled with, and the marks of it."""
    found = _stored(paragraph)
    return {**found, "was": " ".join(_mark(found[name]) for name in SAID)}


def clashes(form: Any, paragraph: Paragraph) -> bool:
    """Whether somebody else has changed meanwhile what was changed here; said at each field.

    The form then knows what they chose, so that saving again keeps what is typed.
    """
    now_is = {name: _mark(value) for name, value in _stored(paragraph).items()}
    shown, found = _shown(form) or now_is, False
    for name, value in _touched(form).items():
        if now_is[name] not in (shown[name], _mark(value)):
            words = f"Somebody else has changed the {name.replace('_', ' ')} since you opened this."
            form.refuse(form[name], Refused(f"{words} The page shows theirs; save again to keep yours."))
            found = True
        shown[name] = now_is[name]
    form.was.data = " ".join(shown[name] for name in SAID)
    return found


def save(form: Any, paragraph: Paragraph) -> bool:
    """Change what differs; False where nothing does."""
    changes: Changes = {
        "title": said(form.title),
        "kind": form.kind.data,
        "topics": chosen_topics(form.topics.data or [], said(form.topic)),
        "review_date": form.review_date.data,
    }
    if "owner" in form:
        changes["owner"] = db.one(g.session, User, int(form.owner.data)) if form.owner.data else None
    touched = _touched(form)
    named = cast(Changes, {name: value for name, value in changes.items() if name in touched})
    if named:
        bank.change(g.session, g.user, paragraph, now(), **named)
    return bool(named)


def chosen_topics(ids: list[int], name: str) -> list[Topic]:
    """The office's Topics with these ids, and the one of that name, which is made where it is new."""
    topics = {topic.id: topic for topic in bank.topics(g.session)}
    chosen = [topics[key] for key in ids if key in topics]
    if name.strip():
        named = bank.add_topic(g.session, g.user, name, now())
        chosen += [named] if named not in chosen else []
    return chosen


def _stored(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "title": paragraph.title,
        "kind": paragraph.kind,
        "topics": sorted(topic.id for topic in paragraph.topics),
        "owner": str(paragraph.owner_id or ""),
        "review_date": paragraph.review_date,
    }


def _touched(form: Any) -> dict[str, Any]:
    """What was sent that is not as it was shown; all of it where no marks came."""
    sent = {name: form[name].data for name in SAID if name in form}
    sent["topics"] = [*sorted(form.topics.data or []), *filter(None, [said(form.topic)])]
    shown = _shown(form)
    return {name: value for name, value in sent.items() if _mark(value) != shown.get(name)}


def _shown(form: Any) -> dict[str, str]:
    marks = said(form.was).split()
    return dict(zip(SAID, marks, strict=True)) if len(marks) == len(SAID) else {}


def _mark(value: Any) -> str:
    return fingerprint(str(value or ""))
