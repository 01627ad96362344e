"""The day of a letter: what a pasted mail or a letter says over its text, shown beside when it came."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import inbox
from correspondence.days import UK
from correspondence.harvest.dates import written
from tests.conftest import NOW

ASKS = "\n\nDear Ms Amberley,\n\nPlease ask the council to mend the bridge at Saltby.\n\nCarol Jennings"
DAY = (2026, 11, 20)
EVENING = (*DAY, 21, 14)


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        (
            "From: Carol Jennings\nSent: 20 November 2026 21:14\nTo: Ada Amberley MP\nSubject: The bridge",
            EVENING,
        ),
        ("From: Carol\nSent: Friday, November 20, 2026 9:14 PM\nTo: Ada\nSubject: The bridge", EVENING),
        ("From: Carol\nSubject: The bridge\nDate: 20 November 2026 at 21:14:05 GMT\nTo: Ada", EVENING),
        ("From: Carol\nDate: Fri, 20 Nov 2026 at 12:05 am\nTo: Ada", (*DAY, 0, 5)),
        ("Carol Jennings <carol@example.net>\tFri, 20 Nov 2026 at 21:14\nTo: Ada", EVENING),
        ("On 20 Nov 2026, at 21:14, Carol Jennings wrote:", EVENING),
        ("Sent: 20/11/2026 21:14", EVENING),
        ("20 November 2026", DAY),
        ("4 Mill Lane\nSaltby\nZZ1 2ZZ\n\n20th November 2026", DAY),
        ("4 Mill Lane\nZZ1 2ZZ\n\nSaltby, 20 November 2026", DAY),
        ("Friday 20 November 2026\n\nRe: the debate on 3 December 2025", DAY),
        ("Date: 20.11.2026", DAY),
        ("From: Carol\nSubject: Is it safe to cross?\nSent: 20/11/2026 21:14", EVENING),
        ("4 Mill Lane,\nSaltby.\n20 November 2026", DAY),
    ],
)
def test_a_letter_says_when_it_was_written(head: str, moment: tuple[int, ...]) -> None:
    assert written(head + ASKS) == dt.datetime(*moment, tzinfo=UK)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ASKS,
        "Eviction 14 October 2026" + ASKS,
        "Re: the hearing on 14 October 2026" + ASKS,
        "Born 3 May 1961" + ASKS,
        f"{ASKS}\n\nFrom: Ada Amberley MP\nSent: 3 June 2025 10:00\nTo: Carol\nSubject: The bridge",
        "Is there any news?\n\nOn Mon, 3 May 2021 at 10:12, Office <o@example.org> wrote:\n> Thank you",
        "Any news please\n\nOn Mon, 3 May 2021 at 10:12, Office <o@example.org> wrote:\n> Thank you",
        "Is there any news?\n\nSent: 3 May 2021 10:12\nTo: Carol",
        "> Thank you for this\n> 3 May 2021\n\nIs there any news?",
        "Please help me with the damp.\n12 March 1985\nI was born on that day.",
        "I wrote to you about the bridge at Saltby, which nobody mends, on\n3 June 2025\nand heard nothing.",
    ],
)
def test_another_day_in_a_letter_is_not_its_own(text: str) -> None:
    assert written(text) is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("18 November 2026", dt.date(2026, 11, 18)),
        ("3 December 2025", dt.date(2025, 12, 3)),
        ("3 December 2026", None),
        ("Re: my son\n12 March 1985", None),
        ("Sent: 12 March 2019 10:12", dt.date(2019, 3, 12)),
    ],
)
def test_a_letter_is_dated_by_itself_unless_that_day_is_to_come_or_long_past(
    session: Session, head: str, day: dt.date | None
) -> None:
    message, _ = inbox.paste(session, None, head + ASKS, NOW)
    assert (message.sent_at.astimezone(UK).date() if message.sent_at else None) == day


@pytest.mark.parametrize(
    ("head", "day"), [("18 November 2026", dt.date(2026, 11, 18)), ("Re: my son\n12 March 1985", None)]
)
def test_a_letter_that_is_read_again_is_dated_alike(session: Session, head: str, day: dt.date | None) -> None:
    message, _ = inbox.receive(session, None, "empty.txt", b"", NOW)
    session.commit()
    again = inbox.read("letter.txt", (head + ASKS).encode())
    inbox.retry(session, None, message, again, NOW)
    assert (message.sent_at.astimezone(UK).date() if message.sent_at else None) == day
