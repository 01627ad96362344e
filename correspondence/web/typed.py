"""What somebody typed on the page of a reply: every button there sends all of it, so that none is lost.

For each Block the page sends its text, the `edit` that text started from, and a mark of the text as it
was shown. What still has its mark was not touched and is left alone, whoever changed it meanwhile.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import g, request

from correspondence import desk
from correspondence.errors import Conflict
from correspondence.models import Block, Draft
from correspondence.text import clean, one_line
from correspondence.web.session import now


@dataclass
class Typed:
    """sent: the Blocks whose text came. saved: by Block id, the edit each became; by the time the answer
    is made somebody may have gone further, and the writer has not seen that.

    mine: by Block id, what was typed where somebody else was first. edits: the edit such a text started
    from. subject: what was typed as the subject line where somebody else was first, or None. subject_mark:
    the mark of the line that stands now, which the writer has or is shown; "" where none was typed.
    trouble: the sentence that says why the button that was pressed did nothing. at: the id of the little
    form it stands in, which then says so too.
    """

    sent: list[Block] = field(default_factory=list)
    saved: dict[int, tuple[int, str]] = field(default_factory=dict)
    mine: dict[int, str] = field(default_factory=dict)
    edits: dict[int, int] = field(default_factory=dict)
    subject: str | None = None
    subject_mark: str = ""
    trouble: str = ""
    at: str = ""

    @property
    def clashed(self) -> bool:
        return bool(self.mine) or self.subject is not None


def fingerprint(text: str) -> str:
    """The mark of a text, the same whatever line ends a browser sends it with."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def save(draft: Draft, dropped: int | None = None) -> Typed:
    """Save what was typed, each Block by itself; what clashes is handed back. dropped: one to pass over."""
    typed = Typed()
    for block, text, edit in _blocks(draft):
        if block.id == dropped:
            continue
        typed.sent.append(block)
        try:
            desk.save_block(g.session, g.user, block, text, edit, now())
            typed.saved[block.id] = block.edit, fingerprint(block.text)
        except Conflict:
            typed.mine[block.id], typed.edits[block.id] = clean(text), edit
    _save_subject(draft, typed)
    return typed


def _blocks(draft: Draft) -> Iterator[tuple[Block, str, int]]:
    """(Block, text, edit) of each whose text was changed on the page."""
    for block in draft.blocks:
        text, edit = request.form.get(f"text-{block.id}"), request.form.get(f"edit-{block.id}", "")
        touched = text is not None and fingerprint(text) != request.form.get(f"was-{block.id}")
        if text is not None and touched and edit.isdecimal() and len(edit) < 10:
            yield block, text, int(edit)


def _save_subject(draft: Draft, typed: Typed) -> None:
    """The subject line, told by its own mark. Of two that came the last counts: it is a button's."""
    lines = [one_line(line) for line in request.form.getlist("subject")]
    was = request.form.get("was-subject")
    if not lines or fingerprint(lines[-1]) == was:
        return
    shown = draft.subject if fingerprint(draft.subject) == was else None
    try:
        desk.set_subject(g.session, g.user, draft, lines[-1], shown, now())
    except Conflict:
        typed.subject = lines[-1]
    typed.subject_mark = fingerprint(draft.subject)
