"""Mail of many programs: the writer's own words stay in the body, everybody else's go."""

import pytest

from correspondence.intake.document import Document
from correspondence.understanding import understand
from correspondence.understanding.lines import put_together

OWN = "When will the lido open again? My children miss it badly."
THEIRS = "Thank you for your email of last week."
HEAD = "Dear Ms Amberley,\n\n"
SIGNED = "\n\nYours sincerely,\nHelen Dray"
LETTER = f"{HEAD}{OWN}{SIGNED}"

FOLDED = {
    "a banner": f"CAUTION: This email originated from outside of the organisation.\n\n{LETTER}",
    "a banner of two lines": (
        f"WARNING: This message comes from an External Source.\nPlease be careful with links.\n\n{LETTER}"
    ),
    "a banner on a new sender": f"[You don't often get email from h@example.org. ]\n\n{LETTER}",
    "an electronic signature": (
        f"{LETTER}\n\n(Signed with an electronic signature in accordance with section 7(3).)\n\n"
        "[ This message was sent by a web site. ]"
    ),
    "a campaign": f"{LETTER}\n\nThis email was sent via the Lido Alliance at the request of Helen Dray.",
    "a notice of two paragraphs": (
        f"{LETTER}\n\nThis e-mail is private and confidential.\n\nWe accept no liability for viruses."
    ),
    "a notice between stars": (
        f"{LETTER}\n\n**********\n\nThis message may contain confidential information. If you are not the "
        "addressee:\ni) tell the sender\n\nNHSmail is the secure email service."
    ),
    "a telephone abroad": f"{LETTER}\n\nVon meinem iPhone gesendet",
    "on behalf of": f"{HEAD}{OWN}\n\nSent on behalf of Mrs Joan Clay\nHelen Dray",
    "a mail answered under the quote": f"On 03/03/2025 09:14, Ada wrote:\n> {THEIRS}\n\n{OWN}{SIGNED}",
    "a telephone's mark within the quote": (
        f"{HEAD}{OWN}\n\nHelen\nSent from my iPhone\n\n> On 3 Mar 2025, at 09:14, A <a@example.org> wrote:\n"
        f"> \n> {THEIRS}"
    ),
}

OWN_WORDS = {
    "views": "Any views or opinions on the lido are ignored by the council.",
    "a scan": "Scanned by the hospital twice, my son still waits.",
    "a question on spam": "Unsubscribe links never work and spam is out of hand. What will you do?",
    "sent from": "Sent from my school to the job centre and back again, my son has had enough.",
    "this email": "This email is about the lido, which your party has sent to the scrap heap.",
}


@pytest.mark.parametrize("text", FOLDED.values(), ids=FOLDED)
def test_what_others_added_is_folded(text: str) -> None:
    message = understand(Document("eml", text, author="Helen Dray"))
    assert message.body == OWN
    assert put_together(message.body, message.folded) == text.strip()


@pytest.mark.parametrize("said", OWN_WORDS.values(), ids=OWN_WORDS)
def test_own_words_that_look_like_a_notice_stay(said: str) -> None:
    message = understand(Document("eml", f"{HEAD}{said}\n\n{OWN}{SIGNED}"))
    assert message.body == f"{said}\n\n{OWN}"


@pytest.mark.parametrize("mark", ["PS", "P.S.", "PPS:", "PS -", "Postscript:"])
@pytest.mark.parametrize("under", ["", "\n3 Mill Lane\n", "\n\nThis email is confidential.\n"])
def test_an_ask_in_a_postscript_stays(mark: str, under: str) -> None:
    body = understand(Document("eml", f"{LETTER}{under}\n{mark} Is the bowling green safe?")).body
    assert body == f"{OWN}\n\n{mark} Is the bowling green safe?"
