"""A reply that copies out another's letter, with its head, greeting and sign-off."""

from correspondence.harvest import enclosed, letters
from tests.harvest.cuts import cut_text, texts, voices

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
