"""The nouns of design: what the office keeps. Plain objects until a session adds them."""

from correspondence.models.base import Base, OfOffice
from correspondence.models.choices import Choice, Offered
from correspondence.models.dated import DATED, DatedRow
from correspondence.models.drafts import BLOCK_KINDS, Block, Draft
from correspondence.models.everyday import EverydayWord
from correspondence.models.imports import FILE_STATES, Import, ImportFile
from correspondence.models.messages import Constituent, Message, Point
from correspondence.models.packs import Pack, PackItem
from correspondence.models.paragraphs import (
    KINDS,
    OFFICE,
    STATES,
    Alike,
    Decision,
    Figure,
    Paragraph,
    RunMark,
    Source,
    Topic,
    Version,
    newest,
    ours_first,
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
    "BLOCK_KINDS", "DATED", "FILE_STATES", "KINDS", "OFFICE", "ROLES", "STATES",
    "Alike", "AuditEvent", "Base", "Block", "Choice", "Constituent", "DatedRow", "Decision", "Draft",
    "EverydayWord", "Figure", "Import", "ImportFile", "Job", "Letterhead", "Message", "OfOffice", "Offered",
    "Office", "Pack", "PackItem", "Paragraph", "Point", "RunMark", "Segment", "SignIn", "SignInAttempt",
    "Source", "Topic", "User", "Version", "newest", "ours_first", "posting",
]  # fmt: skip
