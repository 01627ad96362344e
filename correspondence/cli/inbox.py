"""inbox receive: what constituents sent."""

from pathlib import Path

import click

from correspondence import inbox
from correspondence.cli.frame import Answer, Instance, command, root, say
from correspondence.cli.given import each
from correspondence.models import Message

SHORT = 100  # characters of a point in a list


@root.group("inbox")
def inbox_group() -> None:
    """What constituents sent, and the points it raises."""


@command(inbox_group, "receive", show=lambda answer: as_report(answer))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def receive(instance: Instance, files: tuple[Path, ...]) -> Answer:
    """Store messages: e-mails (.eml, .msg), Word files, PDFs, text. What cannot be read is kept, with why.

    FILE may be a folder or a .zip.
    """

    def one(file: Path, data: bytes) -> Answer:
        read = inbox.read(file.name, data)  # before the session: others may write meanwhile
        with instance.write() as session:
            message, new = inbox.store(session, None, read, instance.now)
            session.flush()
            if not new:
                say(f"{file}: received before, as message {message.id}.")
            if message.state == "quarantined":
                return {"file": str(file), "why": message.why}
            return {"file": str(file), **message_json(message)}

    done, refused = each(files, one)
    answer: Answer = {
        "messages": [item for item in done if "why" not in item],
        "quarantined": [item for item in done if "why" in item],
    }
    return answer | ({"refused": refused} if refused else {})


def message_json(message: Message) -> Answer:
    """A Message as it was understood."""
    writer = message.constituent
    return {
        "id": message.id,
        "constituent": {field: getattr(writer, field) if writer else "" for field in inbox.CORRECTABLE},
        "subject": message.subject,
        "body": message.body,
        "folded": [{"text": piece["text"], "why": piece["why"]} for piece in message.folded],
        "points": [{"id": point.id, "text": point.text, "kind": point.kind} for point in message.points],
        "campaign": None,
    }


def as_report(answer: Answer) -> str:
    """Each message with its writer and points, for a person at a terminal."""
    lines: list[str] = []
    for message in answer["messages"]:
        writer = message["constituent"]
        who = ", ".join(part for part in (writer["name"], writer["postcode"]) if part) or "no name given"
        lines.append(f"{message['id']}  {who}: {message['subject'] or '(no subject)'}")
        for number, point in enumerate(message["points"], 1):
            text = " ".join(point["text"].split())
            mark = "casework" if point["kind"] == "casework" else f"point {number}"
            lines.append(f"    {mark}: {text if len(text) <= SHORT else text[: SHORT - 1] + '…'}")
    return "\n".join(lines)
