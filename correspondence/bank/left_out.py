"""What import took out of a Source because it tells of a person: read again, for the moment it is needed."""

from typing import Any

from correspondence import harvest, intake
from correspondence.errors import Refused
from correspondence.harvest import TakenOut
from correspondence.models import Source


def taken_out(source: Source) -> TakenOut:
    """What import took out of a Source and did not store: its original is read once more. Refused, where
    that cannot be done (now)."""
    return harvest.taken_out(intake.read(source.file_name, source.original))


def line_again(source: Source, left: dict[str, Any]) -> tuple[str, list[str]]:
    """The words of a line that was left out, and the names of whoever the letter answered."""
    if left["text"] and source.kind != "reply":
        return left["text"], []
    if not left["text"] and left["why"] != harvest.TOLD_OF:
        raise Refused("This line names or describes a person. Write what you need of it as a paragraph.")
    again = taken_out(source)
    text = left["text"] or again.lines.get((left.get("at", -1), left["why"]), "")
    if not text:
        raise Refused("This line can no longer be read. Look in the original.")
    return text, again.names
