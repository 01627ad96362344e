"""The nouns of design: what the office keeps. Plain objects until a session adds them."""

from correspondence.models.base import Base, OfOffice
from correspondence.models.choices import Choice, Offered
from correspondence.models.drafts import BLOCK_KINDS, Block, Draft
from correspondence.models.everyday import EverydayWord
from correspondence.models.messages import Constituent, Message, Point
from correspondence.models.paragraphs import (
    KINDS,
    OFFICE,
    STATES,
    Figure,
    Paragraph,
    Source,
    Topic,
    Version,
)
from correspondence.models.people import (
    ROLES,
    AuditEvent,
    Job,
    Letterhead,
    Office,
    SignIn,
    SignInAttempt,
    User,
)
from correspondence.models.segments import Segment, posting

__all__ = [
    "BLOCK_KINDS", "KINDS", "OFFICE", "ROLES", "STATES",
    "AuditEvent", "Base", "Block", "Choice", "Constituent", "Draft", "EverydayWord", "Figure", "Job",
    "Letterhead", "Message", "OfOffice", "Offered", "Office", "Paragraph", "Point", "Segment", "SignIn",
    "SignInAttempt", "Source", "Topic", "User", "Version", "posting",
]  # fmt: skip
