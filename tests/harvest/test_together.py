"""What two say together is both's, and what one says beside another is that one's alone."""

import pytest

from tests.harvest.cuts import cut_text

PAGE = """Piers to be mended under a new plan
By Pat Rowan
3 May 2024

The county's three piers will be mended by the spring under a plan that was signed in Saltby on Thursday.

The piers minister, Jo Field, and the Irish ports minister, Una Ní Bhriain, signed it in a cafe.

{said} “We have put the quarrel behind us, and the planks will go in. Nobody wanted a pier that is shut.

“Our two councils will share the bill, and each of us will answer for it.”

The harbour board, which runs the largest, was not there and said that it would wait for the papers.

{then}
"""
BOTH = "Jo Field and Una Ní Bhriain"


def heard(said: str, then: str = "") -> list[str]:
    source = cut_text(PAGE.format(said=said, then=then))
    return [paragraph.version.speaker for paragraph in source.paragraphs[2:4] + source.paragraphs[5:]]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("In a joint statement Ms Field and Ms Ní Bhriain said:", BOTH),
        ("In a joint statement, Ms Field and Ms Ní Bhriain said:", BOTH),
        ("In a joint statement Field and Ní Bhriain said:", BOTH),
        ("In an open letter Jo Field and Una Ní Bhriain wrote:", BOTH),
        ("In a statement both Ms Field and Ms Ní Bhriain said:", BOTH),
        ("Ms Field and Ms Ní Bhriain said:", BOTH),
        ("In it, Green MP Jo Field and Irish council leader Una Ní Bhriain said:", BOTH),
        ("Piers minister Jo Field and Labour MP Una Ní Bhriain said:", BOTH),
        (
            "Green MP Jo Field left early and council leader Una Ní Bhriain said:",
            "council leader Una Ní Bhriain",
        ),
        ("In a joint statement the two ministers said:", "the two ministers"),
        ("In a joint statement Ash and Elmham councils said:", "Ash and Elmham councils"),
        ("In a statement Ms Ní Bhriain said:", "Una Ní Bhriain"),
        ("Standing beside Ms Field, Ms Ní Bhriain said:", "Una Ní Bhriain"),
        ("Ms Field shook hands and Ms Ní Bhriain said:", "Una Ní Bhriain"),
        ("Mr and Mrs Dodd said:", "Mr and Mrs Dodd"),
    ],
)
def test_a_joint_statement_is_of_all_whom_it_names(said: str, who: str) -> None:
    assert heard(said) == [who, who]


@pytest.mark.parametrize(
    ("then", "who"),
    [
        ("Ms Ní Bhriain later admitted that Dublin had “some way to go”.", "Una Ní Bhriain"),
        ("“I shall be back with a hammer,” Ms Field told the crowd.", "Jo Field"),
    ],
)
def test_one_of_two_who_spoke_together_is_alone_afterwards(then: str, who: str) -> None:
    assert heard("In a joint statement Ms Field and Ms Ní Bhriain said:", then)[-1] in (
        who,
        f"The piers minister, {who}",
    )


@pytest.mark.parametrize(
    ("full", "called"),
    [("Ruth van Dyke", "Mr van Dyke"), ("Aoife Ní Néill", "Ms Ní Néill"), ("Ann De Souza", "Ms De Souza")],
)
def test_a_surname_of_two_words_is_known_again(full: str, called: str) -> None:
    source = cut_text(
        PAGE.format(said=f"They clapped for {full}. {called} said:", then="").replace(", Una Ní Bhriain,", "")
    )
    assert source.paragraphs[2].version.speaker == full
