"""What the writer said, and what is folded away round it: nothing is lost, and "
"the right things go."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.understanding.lines import put_together
from correspondence.understanding.trimming import trim

OWN = "When will the library open again? My children miss it."

QUOTES = {
    "a reply in Gmail": (
        "On Mon, 3 Mar 2025 at 09:14, Office of the MP <mp@example.org> wrote:\n"
        "> Thank you for your email.\n> We aim to reply.\n"
    ),
    "a reply with the line wrapped": (
        "On Monday, 3 March 2025 at 09:14:22 GMT, Office of the MP\n"
        "<mp@example.org> wrote:\n\nThank you for your email.\n"
    ),
    "a reply whose quote has no marks": (
        "On 3 Mar 2025, at 09:14, Office <mp@example.org> wrote:\n\nThank you for your email. We get many.\n"
    ),
    "a reply in Outlook of old": (
        "-----Original Message-----\nFrom: Office of the MP\n"
        "Sent: 03 March 2025 09:14\nTo: Jane Doe\nSubject: RE: Library\n\n"
        "Thank you for your email.\n"
    ),
    "a reply in Outlook": (
        "From: Office of the MP <mp@parliament.uk>\nSent: 03 March 2025 09:14\n"
        "To: Jane Doe\nSubject: RE: Library\n\nThank you for your email.\n"
    ),
    "a reply in Outlook under a rule": (
        "________________________________\nFrom: Office <mp@parliament.uk>\n"
        "Sent: 03 March 2025\nTo: Jane Doe <j@example.org>\n"
        "Subject: RE: Library\n\nThank you.\n"
    ),
    "a reply with bold labels": (
        "*From:* Office <mp@parliament.uk>\n*Date:* Monday, 3 March 2025\n"
        "*To:* Jane Doe\n*Subject:* Re: Library\n\nThank you.\n"
    ),
    "a reply in French": ("Le lun. 3 mars 2025 à 09:14, Bureau <mp@example.org> a écrit :\n> Merci.\n"),
    "a telephone's reply": (
        "-------- Original message --------\nFrom: Office <mp@parliament.uk>\n"
        "Date: 03/03/2025 09:14\nTo: Jane\nSubject: Library\n\nThank you.\n"
    ),
    "a newsletter passed on": (
        "---------- Forwarded message ---------\n"
        "From: Book Lovers <news@example.org>\nDate: Mon, 3 Mar 2025\n"
        "Subject: Save it\nTo: <jane@example.org>\n\n"
        "Dear supporter, write to your MP! Unsubscribe here.\n"
    ),
    "marks alone": "> Thank you for your email.\n> We aim to reply.\n",
}

TAILS = {
    "a telephone's footer": ("Sent from my iPhone", "added by the mail program"),
    "another telephone's footer": ("Sent from my Galaxy", "added by the mail program"),
    "Outlook's footer": ("Get Outlook for iOS", "added by the mail program"),
    "Yahoo's footer": ("Sent from Yahoo Mail on Android", "added by the mail program"),
    "a notice of confidence": (
        ("This email and any attachments are confidential and intended solely for the addressee."),
        "legal notice",
    ),
    "a notice over lines": (
        ("CONFIDENTIALITY NOTICE\nThis message is for one person.\nTell us if you are not they."),
        "legal notice",
    ),
    "a plea for trees": ("Please consider the environment before printing this email.", "legal notice"),
    "a virus scanner": ("Virus-free. www.example.org", "legal notice"),
    "a company's registration": (
        "Registered in England No. 12345. Registered office: 1 High Street.",
        "legal notice",
    ),
    "a campaign's footer": ("You are receiving this email because you are a constituent of ours.", "footer"),
    "a campaign's unsubscribe": ("Unsubscribe | Manage preferences", "footer"),
    "a campaign's sender": ("This email was sent via Book Lovers' campaign tool.", "footer"),
}

GREETINGS = [
    "Dear MP,",
    "Dear Ms Amberley",
    "Dear Sir/Madam,",
    "Dear Sir or Madam",
    "Hi",
    "Hi Ada,",
    "Hello there!",
    "Good morning,",
    "To whom it may concern",
    "To my MP",
    "Sir,",
    "Madam",
    "Salaam and good day,",
    "Bore da,",
    "FAO Ada Amberley MP",
    "Dear Ada Amberley MP and team,",
    "Alright mate",
]

SIGN_OFFS = [
    "Yours sincerely,\nJane Doe",
    "Yours faithfully\n\n\nJane Doe",
    "Kind regards,\n\nJane Doe\n3 Mill Lane\nZZ1 2AB",
    "Best wishes\nJane",
    "Many thanks in advance,\nJane Doe",
    "Thanks, Jane",
    "Your constituent,\nJane Doe",
    "cheers\njane",
    "Jane Doe",
    "J. Doe (Mrs)\nTel: 01632 960121",
    "Thank you for your time.\n\nJane Doe",
    "-- \nJane Doe\nwww.example.org",
    "Yours in hope,\nJane Doe",
    ("Regards\nJane Doe\nChair, Friends of the Library\nDirect line: 01632 960121\njane@example.org"),
]


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_quoted_mail_is_folded(quote: str) -> None:
    assert trim(f"{OWN}\n\n{quote}").body == OWN


@pytest.mark.parametrize(("tail", "why"), TAILS.values(), ids=TAILS)
def test_what_mail_programs_add_is_folded(tail: str, why: str) -> None:
    trimmed = trim(f"Dear MP,\n\n{OWN}\n\nJane Doe\n\n{tail}")
    assert trimmed.body == OWN
    assert trimmed.folded[-1]["why"] == why
    assert trimmed.signature == ("Jane Doe",)


@pytest.mark.parametrize("greeting", GREETINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_greeting_is_folded(greeting: str, gap: str) -> None:
    trimmed = trim(f"{greeting}{gap}{OWN}")
    assert trimmed.body == OWN
    assert [piece["why"] for piece in trimmed.folded] == ["greeting"]


@pytest.mark.parametrize("sign_off", SIGN_OFFS)
def test_a_sign_off_is_folded(sign_off: str) -> None:
    trimmed = trim(f"{OWN}\n\n{sign_off}")
    assert trimmed.body == OWN
    assert [piece["why"] for piece in trimmed.folded] == ["sign-off and signature"]


STAYS = {
    "a sentence after From:": "From: my own experience, the trains are late.",
    "a sentence about signing": "Yours is the only office that answers. Please keep it up.",
    "thanks in a sentence": "Thank you for your letter of 3 May, but it did not answer me. What was decided?",
    "hi with a sentence": "hi i did 14 years in the army and now i have nowhere to live",
    "a place at the end": (
        "The holes are worst in one road.\n\nIt is Mill Lane in Northmoor, by the school!"
    ),
    "on and wrote in a sentence": "On Monday the council wrote: we will not mend it. Why not?",
    "a list": "I want three things:\n- a crossing\n- a light\n- a bin",
    "dashes between parts": (
        "First part of my letter.\n\n--\n\nSecond part, which is longer and asks: why?\n"
    )
    + "It goes on.\n" * 20,
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_the_writers_own_words_stay(text: str) -> None:
    assert trim(text.strip()).body == text.strip()


def test_a_sign_off_on_the_line_of_the_letter_is_folded_alone() -> None:
    trimmed = trim(f"Dear Ada, {OWN} Yours sincerely, Jane Doe")
    assert (trimmed.body, trimmed.signature) == (OWN, ("Jane Doe",))


def test_answers_between_quoted_lines_stay() -> None:
    trimmed = trim("> You asked about buses.\n\nYes, the 14.\n\n> And trains?\n\nNo.\n\nJane Doe")
    assert trimmed.body == "Yes, the 14.\n\nNo."


def test_a_postscript_stays() -> None:
    trimmed = trim(f"{OWN}\n\nYours,\nJane Doe\n\nPS Why is the clock slow?")
    assert trimmed.body == f"{OWN}\n\nPS Why is the clock slow?"


def test_a_greeting_on_the_line_of_the_letter_is_folded_alone() -> None:
    assert trim(f"Hi Ada, {OWN}").body == OWN


PIECES = [
    *QUOTES.values(),
    *(tail for tail, _ in TAILS.values()),
    *GREETINGS,
    *SIGN_OFFS,
    *STAYS.values(),
    "",
    " ",
    "PS x",
    "--",
]
mails = st.lists(st.sampled_from(PIECES) | st.text(alphabet="aB .?!>\n-:@,", max_size=40), max_size=8)


@settings(deadline=None)
@given(mails, st.sampled_from(["\n", "\n\n", " ", ""]), st.sampled_from(["", "Fwd: x"]))
def test_body_and_folded_pieces_are_the_whole_text_again(pieces: list[str], glue: str, title: str) -> None:
    text = glue.join(pieces)
    trimmed = trim(text, title, "someone@example.org")
    assert put_together(trimmed.body, trimmed.folded) == text
    assert all(0 <= int(piece["at"]) <= len(trimmed.body) for piece in trimmed.folded)
