"""A reply letter for the bank, an e-mail for the inbox, and the reply that the app makes of them."""

from dataclasses import dataclass

from sqlalchemy import Engine

from correspondence import bank, db, desk, inbox
from correspondence.harvest import Told
from correspondence.models import Draft
from tests.conftest import NOW, TODAY

REPLY = """Dear Mr Ashdown,

Thank you for contacting me about the ferry terminal at Saltmere.

Forty guards now watch the ferry terminal at Saltmere by day and by night. The guards cost three \
million pounds a year, and both counties pay for the guards.

The new sea wall at Saltmere was finished in the spring. Building the sea wall took two years and kept \
two hundred houses dry in the storm.

I have asked the harbour company to open a waiting room for foot passengers before the winter.

Thank you again for taking the time to contact me.

Yours sincerely,

Ada Amberley MP
"""

MAIL = b"""From: Amrit Kaur <amrit.kaur@example.org>
To: office@example.org
Subject: Guards at the ferry terminal
Date: Thu, 12 Nov 2026 08:12:00 +0000
Message-ID: <one@example.org>
Content-Type: text/plain; charset=utf-8

Dear Ms Amberley,

What do the guards at the ferry terminal at Saltmere cost, and who pays for the guards?

Is the new sea wall at Saltmere finished? How many houses does the sea wall keep dry?

Will somebody please mend the hole in the road outside the bakery?

Yours sincerely,
Mrs Amrit Kaur
12 Mill Lane
Northmoor
ZZ1 2ZZ
"""

CASEWORK = b"""From: Marta Nowak <marta@example.org>
Subject: please help
Message-ID: <two@example.org>

Dear MP,

We are being evicted on Friday and the council will not help us. What can we do?

Marta Nowak
"""


@dataclass(frozen=True)
class Post:
    """The ids of what `bring_in` made. blocks: those of the Draft, in order."""

    message: int
    draft: int
    blocks: list[int]


def bring_in(engine: Engine, office_id: int, mail: bytes = MAIL) -> Post:
    """Import and approve `REPLY`, receive `mail`, start the reply."""
    with db.transaction(engine, office_id) as session:
        told = Told(title="The ferry terminal", date=TODAY.replace(month=9))
        bank.import_file(session, None, "reply.txt", REPLY.encode(), told, NOW, approve=True)
        message, _new = inbox.receive(session, None, "mail.eml", mail, NOW)
        draft = desk.reply(session, None, message, NOW)
        session.flush()
        return Post(message.id, draft.id, [block.id for block in draft.kept])


def texts(engine: Engine, office_id: int, draft_id: int) -> list[str]:
    """The texts of the reply as they are stored."""
    with db.make_session(engine, write=False, office_id=office_id) as session:
        return [block.text for block in db.one(session, Draft, draft_id).kept]
