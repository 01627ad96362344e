"""What all forms share. A form names every field it takes; anything else that is sent is not looked at."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import DataRequired, Length, ValidationError

from correspondence.errors import Refused

LINE = 300  # characters in a name, a title, an address line


class Form(FlaskForm):  # type: ignore[misc]
    """A form whose refusals are shown at the top and at the field they are about.

    CALLED: its fields that are named otherwise than what the app's refusals are about.
    """

    CALLED: ClassVar[Mapping[str, str]] = {}

    def refuse(self, field: Field, refusal: Refused) -> None:
        """Show a refusal of the app, as the form would its own, at the field it is about, else at `field`."""
        at = self._fields.get(self.CALLED.get(refusal.about, refusal.about), field)
        at.errors = [*at.errors, str(refusal)]


def needed(sentence: str) -> DataRequired:
    """The field must be filled; `sentence` says what to do."""
    return DataRequired(sentence)


def said(field: Field) -> str:
    """What was typed into a field of text; "" where it was not sent."""
    return field.data or ""


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def line(label: str, *validators: Any, hint: str = "", limit: int = LINE, **options: Any) -> StringField:
    """One line of text without space round it."""
    too_long = Length(max=limit, message=f"Use {limit} characters or fewer.")
    return StringField(label, [*validators, too_long], filters=[_stripped], description=hint, **options)


def lines(
    label: str, *validators: Any, hint: str = "", rows: int = 5, limit: int = 5_000_000
) -> TextAreaField:
    """Several lines of text, kept as they are typed: a browser told of the limit would cut a paste unsaid."""
    too_long = Length(max=limit, message=f"Use {limit:,} characters or fewer.")
    shown = {"rows": rows, "maxlength": False}
    return TextAreaField(label, [*validators, too_long], description=hint, render_kw=shown)


def choice(label: str, options: Iterable[tuple[str, str]], hint: str = "") -> SelectField:
    """One of `options`, each a value and what the person reads."""
    choices = [SelectChoice(value, text) for value, text in options]
    return SelectField(label, choices=choices, description=hint)


def one_of(label: str, options: Iterable[tuple[str, str]], hint: str = "", default: str = "") -> RadioField:
    """As `choice`, with all options in sight: for a few that need reading."""
    choices = [SelectChoice(value, text) for value, text in options]
    return RadioField(label, choices=choices, description=hint, default=default)


__all__ = ["LINE", "Form", "ValidationError", "choice", "line", "lines", "needed", "one_of", "said"]
