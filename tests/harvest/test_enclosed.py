"""A reply that copies out another's letter, and a page that prints one under its own words."""

import pytest

from correspondence.harvest import enclosed, letters
from correspondence.harvest.speakers import SOMEBODY
from tests.harvest.cuts import cut_text, left_out, texts, voices

OURS = "I wrote to the Minister for Piers in March and asked when it would open; I copy her answer below."
THEIRS = "The pier is a matter for its trust, and I do not consider that more public money is justified."
AFTER = "I do not think that this answer is good enough, and I believe that it must be open by next summer."
LETTER = f"""Ada Amberley MP
House of Commons
9 June 2025

Dear Mr Quill

{OURS}

------------------------------

DEPARTMENT FOR PIERS
2 Quay Street
London SW1P 4DF
28 May 2025

Dear Ada,

{THEIRS}

Yours ever,

JO FIELD MP

------------------------------

{AFTER}

Yours sincerely

Ada Amberley MP
"""


def test_a_letter_that_is_copied_out_is_its_signers() -> None:
    source = cut_text(LETTER)
    assert (source.kind, source.author) == ("reply", "Ada Amberley")
    assert texts(source) == [OURS, THEIRS, AFTER]
    assert voices(source) == ["office", "Jo Field", "office"]
    why = {line["text"]: line["why"] for line in source.left_out}
    assert why["Yours ever,"] == why["JO FIELD MP"] == enclosed.SIGNED
    assert why["Yours sincerely"] == letters.SIGNED


def test_two_letters_one_after_the_other_are_not_one_within_the_other() -> None:
    one, _, other = LETTER.partition("DEPARTMENT FOR PIERS")
    source = cut_text(one + other.partition("Yours ever,")[0])
    assert "Jo Field" not in voices(source)


PAGE = [
    "Members ask for the pier to open",
    "Forty Members of every party wrote to the Minister on Friday about the pier that has been shut.",
    "They say that the trust has had the money for the planks since March, and that not one of them is laid.",
    "It was closed in May, when a skipper put his foot through one of the boards near the old bandstand.",
    "The full letter reads:",
    "Dear Minister,",
]


@pytest.mark.parametrize(
    ("under", "whose"),
    [
        (
            ["Yours sincerely,", "Jo Field MP", "Chair of the Pier Group", "The trust was asked to comment."],
            "Jo Field",
        ),
        (["Yours sincerely,", "Jo Field MP", "Pat Rowan MP", "Ada Amberley MP"], SOMEBODY),
        ([], SOMEBODY),
    ],
)
def test_a_letter_that_a_page_prints_is_no_reply_of_ours(under: list[str], whose: str) -> None:
    source = cut_text("\n\n".join([*PAGE, THEIRS, AFTER, *under]))
    said = dict(zip(texts(source), voices(source), strict=True))
    assert source.kind != "reply"
    assert said[THEIRS] == said[AFTER] == whose
    assert "office" not in said.values()
    assert whose not in {said[line] for line in said if line not in (THEIRS, AFTER)}


def test_the_greeting_of_an_answer_that_a_page_prints_is_not_stored() -> None:
    source = cut_text("\n\n".join([*PAGE[:-1], "Dear Mr Quill,", THEIRS, "Yours etc.", AFTER]))
    assert (source.kind, "Quill" in "".join(left_out(source))) == ("column", False)
    assert dict(zip(texts(source), voices(source), strict=True))[AFTER] == "the author"


SAID = "“Without the money, no plank will be laid before the winter.”"


@pytest.mark.parametrize("lead", ["The full text of the letter is below:", "Her letter reads:"])
@pytest.mark.parametrize("greeting", [["Dear Ada,"], ["Ada Amberley MP", "Minister of State", "Piers House"]])
def test_a_letter_that_a_page_leads_in_to_is_its_writers(lead: str, greeting: list[str]) -> None:
    wrote = "Jo Field MP, the shadow Piers Minister, has written to the Minister."
    quoting = "I hear the “standstill” of the trust called many things, and a plan is not one of them."
    source = cut_text(
        "\n\n".join([wrote, lead, *greeting, THEIRS, SAID, quoting, "Yours sincerely", "Back to index"])
    )
    said = dict(zip(texts(source), voices(source), strict=True))
    assert (said[THEIRS], said[quoting], said[SAID]) == ("Jo Field", "Jo Field", SOMEBODY)
    assert set(said) <= {wrote, THEIRS, quoting, SAID}
    assert (source.author, "office" in said.values()) == ("", False)


def test_a_letter_of_ones_own_that_is_led_in_to_stays_ones_own() -> None:
    source = cut_text(
        "\n\n".join(
            [
                "The text of my letter is below:",
                "Dear Mrs Quill,",
                THEIRS,
                AFTER,
                "Yours sincerely,",
                "Jo Field MP",
            ]
        )
    )
    assert set(voices(source)) == {"office"}


def test_a_part_of_an_office_under_a_name_signs_nothing() -> None:
    under = ["Yours sincerely,", "Pat Rowan", "Public Enquiries Team", "Department for Piers"]
    source = cut_text("\n\n".join([*PAGE, THEIRS, AFTER, *under]))
    assert dict(zip(texts(source), voices(source), strict=True))[THEIRS] == "Pat Rowan"


def test_a_letter_that_somebody_sent_a_copy_of_is_not_printed_below() -> None:
    sent = "The board has sent me a copy of their letter of protest and I have written to the Minister too."
    more = "It is sad that the early boat is not to run on a Sunday, when so many of us would be on it."
    source = cut_text("\n\n".join(["What I hear of boats", THEIRS, sent, more]))
    assert (source.kind, texts(source)) == ("column", [THEIRS, sent, more])
    assert set(voices(source)) == {"the author"}


ENCLOSED = ["Department for Piers", "From the Minister for Boats", "3 May 2024", "Dear Jo,"]
SIGNED = ["Yours sincerely,", "Jo Field MP", "Enc."]


def test_a_bodys_letter_behind_the_signature_is_its_signers() -> None:
    own = ["Dear Ms Rowan,", THEIRS, *SIGNED]
    source = cut_text("\n\n".join([*own, *ENCLOSED, AFTER, "Yours ever,", "PAT QUILL"]))
    assert dict(zip(texts(source), voices(source), strict=True)) == {THEIRS: "office", AFTER: "Pat Quill"}
    assert not source.questions or "another post" not in " ".join(source.questions)


def test_any_other_letter_behind_the_signature_is_the_one_that_was_answered() -> None:
    asked = "My mother has waited for the early boat since March and nobody at the harbour will tell us why."
    own = ["Dear Ms Rowan,", THEIRS, *SIGNED]
    source = cut_text("\n\n".join([*own, "Dear Jo Field,", asked, "Yours faithfully,", "Una Rowan"]))
    assert texts(source) == [THEIRS]
    assert asked not in str(source.left_out)
