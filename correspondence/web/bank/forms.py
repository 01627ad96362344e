"""What can be typed about Sources, Paragraphs and Topics."""

from typing import Any

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import DateField, HiddenField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput

from correspondence.harvest import Told
from correspondence.models import KINDS, Paragraph, Source, Topic, User
from correspondence.web.bank.about import as_shown
from correspondence.web.bank.whose import whose
from correspondence.web.forms import Form, ValidationError, choice, line, lines, needed, said
from correspondence.web.session import today

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"]


class DayField(DateField):
    """A day, as a date picker sends it or as people write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([" ".join(value.split()) for value in valuelist])
        except ValueError:
            raise ValueError("Give the day as 31/03/2024.") from None


def day_field(label: str, *validators: Any, hint: str = "") -> DayField:
    """A day, or nothing."""
    return DayField(label, [Optional(), *validators], format=DAY_FORMATS, description=hint)


def not_to_come(_form: Form, field: DayField) -> None:
    """For a day on which something was written."""
    if field.data is not None and field.data > today():
        raise ValidationError("This day is still to come.")


def real_address(_form: Form, field: Any) -> None:
    """For a link: nothing but a web page, for it is shown to be clicked."""
    if field.data and not field.data.lower().startswith(("http://", "https://")):
        raise ValidationError("Give the whole address, beginning with https://.")


class KnownForm(Form):
    """What a person knows of a Source."""

    title = line("Title")
    author = line("Author")
    publisher = line("Publisher")
    url = line("Link", real_address)
    date = day_field("Date", not_to_come)
    voice = whose(is_needed=False)

    def told(self) -> Told:
        names = ("title", "author", "publisher", "url")
        return Told(**{name: said(self[name]) for name in names}, date=self.date.data, voice=said(self.voice))


class ImportForm(KnownForm):
    files = MultipleFileField(
        "Files",
        description="Word (.docx), e-mail (.eml, .msg), PDF, plain text (.txt), or a .zip; .doc, .rtf and "
        ".odt where LibreOffice is on the machine. Several at once are fine.",
        render_kw={"accept": ".docx,.eml,.msg,.pdf,.txt,.doc,.rtf,.odt,.zip", "multiple": True},
    )
    folder = MultipleFileField(
        "Or a folder",
        description="All that can be read in it goes in; the rest is listed with the reason.",
        render_kw={"webkitdirectory": True},
    )
    text = lines("Or paste the text", rows=8)

    def validate_text(self, field: Any) -> None:
        if not said(field).strip() and not self.given():
            raise ValidationError("Choose a file or paste a text.")

    def given(self) -> list[FileStorage]:
        """The files that were chosen, by themselves or as a folder."""
        return [file for field in (self.files, self.folder) for file in field.data or [] if file]


class TopicsMixin(Form):
    """Topics by tick, and one more by its name."""

    topics = SelectMultipleField("Topics", coerce=int, option_widget=CheckboxInput())
    topic = line("Another topic", limit=60)

    def offer(self, topics: list[Topic]) -> None:
        self.topics.choices = [SelectChoice(topic.id, topic.name) for topic in topics]


class WordingMixin(Form):
    """What a new figure needs: its day, and where it is from."""

    date = day_field("True on", not_to_come, hint="The day its figures are right for.")
    new_source = line(
        "Where it is from", hint="The page, letter or speech that a new figure is in.", limit=170
    )

    def told(self, why: str = "") -> str:
        """What changed and where that is from, as the history keeps it."""
        source = said(self.new_source)
        return f"{why} (from “{source}”)" if why and source else why or (source and f"From “{source}”")


class ParagraphForm(WordingMixin, TopicsMixin):
    """A proposed Paragraph in the review: words and all that is said of them. number: of the Version.

    was: marks of what was said of it besides its words, as the page showed it.
    """

    number = HiddenField()
    was = HiddenField()
    text = lines("Text", needed("Write some text for the paragraph."), limit=20_000)
    title = line("Title")
    kind = choice("Kind", [(kind, kind.capitalize()) for kind in KINDS])
    voice = whose(is_needed=True)
    speaker = line("Who is quoted")
    review_date = day_field("Review on")


class AddForm(TopicsMixin):
    """A Paragraph that is typed in, and where it can be checked."""

    text = lines("Text", needed("Write some text for the paragraph."), rows=9, limit=20_000)
    title = line("Title", hint="Left empty, its first words. A pack carries it to other offices.")
    kind = choice("Kind", [(kind, kind.capitalize()) for kind in ("policy", *KINDS[:2], *KINDS[3:])])
    review_date = day_field("Review on")
    source_title = line("Title of the source", hint="The letter, speech or page it is from.")
    author = line("Author")
    url = line("Link", real_address)
    date = day_field("Date", not_to_come, hint="The day the words are true of.")
    voice = whose(is_needed=True)

    def told(self) -> Told:
        return Told(
            title=said(self.source_title),
            author=said(self.author),
            url=said(self.url),
            date=self.date.data,
            voice=said(self.voice),
        )


class ReviseForm(WordingMixin):
    """A new wording, made from the Version `number`. new_title: asked for where the title no longer fits."""

    number = HiddenField()
    text = lines("Text", needed("Write some text for the paragraph."), rows=9, limit=20_000)
    voice = whose(is_needed=True)
    speaker = line("Who is quoted")
    why = line("What changed", hint="It is kept in the history.", limit=120)
    new_title = line("Title")


class CareForm(TopicsMixin):
    """What is said of a Paragraph besides its wording. was: marks of it, as the page showed it."""

    was = HiddenField()
    title = line("Title", needed("Give the paragraph a title."))
    kind = choice("Kind", [(kind, kind.capitalize()) for kind in KINDS])
    owner = choice("Owner", [], hint="Who keeps it true.")
    review_date = day_field("Review on")

    def offer_owners(self, users: list[User]) -> None:
        names = [(str(user.id), user.name) for user in users]
        self.owner.choices = [SelectChoice(value, name) for value, name in (("", "Nobody yet"), *names)]


class TopicForm(Form):
    name = line("Name", needed("Give the topic a name."), limit=60)


def voice_of(form: Any) -> str:
    """The voice that was typed, as it is stored."""
    return said(form.voice)


def known_form(source: Source) -> KnownForm:
    """What is known of a Source, to be put right."""
    return KnownForm(formdata=None, obj=source)


def paragraph_form(paragraph: Paragraph, topics: list[Topic], fill: bool = False) -> ParagraphForm:
    """The form of one Paragraph among many; `fill` it from what was sent."""
    version = paragraph.version
    sent: dict[str, Any] = {} if fill else {"formdata": None}
    form = ParagraphForm(
        prefix=f"p{paragraph.id}-",
        data={
            "number": version.number,
            "text": version.text,
            "voice": version.voice,
            "speaker": version.speaker,
            "date": version.date,
            **as_shown(paragraph),
        },
        **sent,
    )
    form.offer(topics)
    return form


def number_of(form: Any) -> int | None:
    """The Version number a form was made from."""
    sent = said(form.number)
    return int(sent) if str(sent).isdecimal() and len(str(sent)) < 9 else None
