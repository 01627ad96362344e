"""The words of the desk's tests, and how a Draft is told by their names."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence.models import (
    AuditEvent,
    Draft,
)

TEXTS = {
    "opening": "Thank you for contacting me about the port.",
    "guards": "Forty guards now watch the port by day and by night, and both countries pay for the guards.",
    "fences": "The fences round the harbour cost twelve million pounds and were finished in the spring.",
    "minister": "I have told the lorry drivers that waiting areas for lorries will open before the winter.",
    "closing": "Thank you again for taking the time to contact me.",
}
BODY = """Who pays for guards at the port?
What did the fences cost?
Where shall lorry drivers wait?
We are evicted."""


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.kept]


def named(draft: Draft) -> list[str]:
    names = {text: name for name, text in TEXTS.items()}
    return [names.get(block.text, block.text) for block in draft.kept]


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))
