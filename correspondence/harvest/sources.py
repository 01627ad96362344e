"""What is known of a Source, from its file or from a person, and what has to be asked."""

import datetime as dt
from dataclasses import dataclass

from correspondence.harvest import ours
from correspondence.models import OFFICE, Source
from correspondence.text import one_line

THE_NEWSPAPER = "the newspaper"  # whose words a report's own are, until somebody says which paper
THE_AUTHOR = "the author"  # whose words a column is in, until somebody says who
WHICH_DATE = "What date is this from? The file does not say."
WHICH_AUTHOR = "Who wrote this? The file does not say."
WHOSE_LETTER = "Whose letter is this? It is signed by somebody with another post."
ANOTHERS_LETTER = "Whose letter is this? It is signed by another Member than the one in your settings."


@dataclass(frozen=True)
class Told:
    """What a person said of a file; it goes before anything found in it. "" and None: not told.

    voice: "office" or "our own" for our own words, else whose they are.
    """

    title: str = ""
    author: str = ""
    date: dt.date | None = None
    publisher: str = ""
    url: str = ""
    voice: str = ""


def narrator(source: Source) -> str:
    """Whose words a Source's are where nobody is quoted."""
    if source.voice:
        return source.voice
    return source.publisher or THE_NEWSPAPER if source.kind == "report" else THE_AUTHOR


def questions(source: Source) -> list[str]:
    """What nobody has said of a Source yet, as sentences."""
    asked = [] if source.date else [WHICH_DATE]
    if source.kind == "column" and not source.voice:
        asked.append(WHICH_AUTHOR)
    return asked


def tell(source: Source, told: Told, member: str = "") -> None:
    """Write into `source` what was told, and ask only for what is still unknown. member: of the office."""
    for name in ("title", "author", "publisher", "url"):
        if getattr(told, name):
            setattr(source, name, one_line(getattr(told, name)))
    source.date = told.date or source.date
    if told.voice:
        source.voice = ours.voice(told.voice, member)
    elif told.author and source.kind == "column" and source.voice != OFFICE:
        source.voice = ours.voice(source.author, member)
    settled = told.voice or told.author
    of_letter = (WHOSE_LETTER, ANOTHERS_LETTER)
    unsettled = [] if settled else [asked for asked in source.questions if asked in of_letter]
    source.questions = [*questions(source), *unsettled]
