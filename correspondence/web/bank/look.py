"""What is to be looked at before a new wording is saved: a new figure, a title that quotes an old one."""

from typing import Any

from flask import request
from wtforms import Field

from correspondence.bank import new_figures
from correspondence.errors import Refused
from correspondence.models import Paragraph
from correspondence.web import show
from correspondence.web.forms import said


def to_look_at(paragraph: Paragraph, form: Any, title: Field, *, is_titled: bool) -> str:
    """What has to be looked at, said at each field; "" where nothing has.

    title: the field of the title; is_titled: somebody has given it with these words. The answer is sent
    with the button that says that all is right.
    """
    version, text = paragraph.version, said(form.text)
    new = ", ".join(f"“{words}”" for words in new_figures.added(version, text))
    if new and form.date.data == version.date:
        was = f" It was {show.day(version.date)} for the words before." if version.date else ""
        form.refuse(form.date, Refused(f"New here: {new}. Which day is that right for?{was}"))
    if new and not said(form.new_source):
        form.refuse(form.new_source, Refused(f"New here: {new}. Where is that from?"))
    quoted, fitting = new_figures.retitled(paragraph, text)
    if quoted and not is_titled:
        title.data = fitting
        form.refuse(title, Refused(f"The title says “{quoted}”, and the new words do not."))
    asked = f"{new} {quoted}" if form.errors else ""
    return "" if request.form.get("looked_at") == asked else asked
