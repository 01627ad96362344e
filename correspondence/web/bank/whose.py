"""The field "Whose words": our own, or somebody else's by name."""

from typing import Any

from flask import g
from wtforms import StringField

from correspondence.harvest import ours
from correspondence.models import OFFICE
from correspondence.web.forms import needed

ANOTHER = "another"  # the choice beside which a name is typed
WHICH = "Say whose words these are."


class WhoseField(StringField):
    """Two radio buttons and a line for the name, sent under one name in this order; or a name alone.

    data: the voice as it is stored, "" where nothing was said.
    """

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[-1] if valuelist else ""
        chosen = valuelist[0] if len(valuelist) > 1 else ""
        self.data = OFFICE if chosen == OFFICE else ours.voice(typed, g.office.mp_name)
        if chosen == ANOTHER and not self.data:
            raise ValueError(WHICH)

    def _value(self) -> str:
        return "our own" if self.data == OFFICE else self.data or ""

    @property
    def is_another(self) -> bool:
        """Whether somebody else's words are chosen, be it without a name yet."""
        return self.data != OFFICE and bool(self.data or self.errors)


def whose(*, is_needed: bool) -> Any:
    """Whose words something is."""
    return WhoseField("Whose words", [needed(WHICH)] if is_needed else [])
