"""Letters that somebody handed on: whose they are, and what of them is the message."""

import pytest

from correspondence.intake.document import Document
from correspondence.models import Message
from correspondence.understanding import understand
from correspondence.understanding.lines import put_together

OWN = "When will the library open again? My children miss it."


def read(text: str, author: str, email: str, title: str = "") -> Message:
    return understand(Document("eml", text, title=title, author=author, email=email))


INNER = f"Dear MP,\n\n{OWN}\n\nYours\nJoan Clay\n3 Mill Lane\nZZ1 2AB"
HEADER = (
    "From: Joan Clay <joan@example.org>\nDate: Mon, 3 Mar 2025\nSubject: Library\nTo: <ada@parliament.uk>\n\n"
)
FORWARDED = f"---------- Forwarded message ---------\n{HEADER}{INNER}"
HANDED_ON = {
    "with nothing said": ("", "Cas", "cas@parliament.uk", "Fwd: Library"),
    "with FYI": ("FYI\n\n", "Cas", "cas@parliament.uk", "Fwd: Library"),
    "with a note and a signature": (
        ("Hi team,\n\nPlease see below for casework.\n\nThanks\nCas Lowe\nSenior caseworker\n\n"),
        "Cas Lowe",
        "cas@parliament.uk",
        "FW: Library",
    ),
    "by a councillor": (
        (
            "Dear Ada\n\n"
            "Please see below from a resident in my ward. Can your office help her? I have "
            "told her you will be in touch.\n\n"
            "Best wishes\nCllr Dan Fox\n\n"
        ),
        "Cllr Dan Fox",
        "dan@example.org",
        "Fwd: Library",
    ),
    "by a daughter": (
        "I am forwarding this from my mother, who has no computer.\n\nRay\n\n",
        "Ray Clay",
        "ray@example.org",
        "Fwd: Library",
    ),
    "by herself, who had no answer": (
        "Did you ever get this? I have had no answer at all.\n\n",
        "Joan Clay",
        "joan@example.org",
        "Fwd: Library",
    ),
}


@pytest.mark.parametrize(("note", "author", "email", "title"), HANDED_ON.values(), ids=HANDED_ON)
def test_the_writer_of_a_letter_handed_on_is_the_constituent(
    note: str, author: str, email: str, title: str
) -> None:
    message = read(note + FORWARDED, author, email, title)
    assert message.constituent is not None
    assert message.constituent.name == "Joan Clay"
    assert message.constituent.email == "joan@example.org"
    assert message.constituent.postcode == "ZZ1 2AB"
    assert message.body == OWN
    assert message.subject == "Library"
    assert put_together(message.body, message.folded) == (note + FORWARDED).strip()


@pytest.mark.parametrize(
    "forwarded",
    [
        (
            "From: Joan Clay <joan@example.org>\nSent: 03 March 2025 09:14\n"
            f"To: Ada\nSubject: Library\n\n{INNER}"
        ),
        f"-----Original Message-----\n{HEADER}{INNER}",
        "Begin forwarded message:\n\n"
        + "\n".join(f"> {line}".rstrip() for line in (HEADER + INNER).split("\n")),
        (
            "---------- Forwarded message ---------\n"
            "From: Cas <cas@parliament.uk>\nDate: x\nTo: y\nSubject: z\n\n"
            f"for you\n\n{FORWARDED}"
        ),
    ],
    ids=["Outlook", "old Outlook", "Apple Mail", "twice"],
)
def test_every_way_of_handing_on_is_known(forwarded: str) -> None:
    message = read(f"FYI\n\n{forwarded}", "Cas", "cas@parliament.uk", "FW: Library")
    assert message.constituent is not None
    assert (message.constituent.name, message.body) == ("Joan Clay", OWN)


@pytest.mark.parametrize(
    "inner",
    [
        (
            "---------- Forwarded message ---------\n"
            "From: Book Lovers <news@example.org>\nSubject: Act\nTo: x\nDate: y\n\n"
            "Dear friend,\nThe library shuts. Unsubscribe."
        ),
        (
            "From: Ada Amberley MP <ada@parliament.uk>\nSent: Monday\nTo: Joan\n"
            "Subject: RE: Library\n\nThank you for your letter."
        ),
    ],
    ids=["a newsletter", "our own reply"],
)
def test_who_passes_on_a_newsletter_or_our_reply_is_the_writer(inner: str) -> None:
    message = read(
        f"What do you say to this?\n\n{OWN}\n\nJoan Clay\n\n{inner}",
        "Joan Clay",
        "joan@example.org",
        "Fwd: Act",
    )
    assert message.constituent is not None
    assert message.constituent.email == "joan@example.org"
    assert message.body == f"What do you say to this?\n\n{OWN}"
