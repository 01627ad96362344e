"""How a letter or a page ends: the words under which somebody signs, and a courtesy that has bad news."""

import pytest

from correspondence.harvest import furniture
from tests.harvest.cuts import cut_text, kinds, left_out, texts

PIER = "The pier is shut, and the harbour board says that it cannot pay for the planks that it needs."
BLOG = "Our pier in the new year\n\nPosted on 3 May 2026 by Jo Field"


@pytest.mark.parametrize(
    "wish",
    [
        "Diolch yn fawr,",
        "Diolch o galon,",
        "Gyda diolch a chofion cynnes,",
        "Pob hwyl",
        "Yr eiddoch yn gywir,",
        "Le gach deagh dhùrachd,",
        "Is mise le meas,",
        "Mòran taing,",
        "Go raibh míle maith agaibh,",
    ],
)
def test_a_page_is_signed_in_welsh_or_gaelic(wish: str) -> None:
    source = cut_text("\n\n".join([BLOG, PIER, f"I have asked for £9,000. {PIER}", wish, "Jo"]))
    assert wish in left_out(source)
    assert len(texts(source)) == 2


@pytest.mark.parametrize(
    "last",
    [
        "I know that you will be disappointed by parts of her answer. Please be assured that I shall go on "
        "asking her, and do get in touch again if you would like to discuss it.",
        "I am sorry that this is not the answer you hoped for. Be assured that I will continue to ask.",
        "I realise that this may not be the reply that you wanted. Do get back in touch if I can help.",
    ],
)
def test_a_courtesy_may_be_sorry_for_the_answer(last: str) -> None:
    source = cut_text(
        "\n\n".join(["Dear Ms Rowan,", PIER, PIER.upper(), last, "Yours sincerely,", "Jo Field"])
    )
    assert kinds(source)[-1] == "closing"


def test_a_paragraph_on_what_disappoints_is_more_than_a_courtesy() -> None:
    last = "I know that you will be disappointed that the pier is shut. It cost £9,000 to mend."
    source = cut_text("\n\n".join(["Dear Ms Rowan,", PIER, last, "Yours sincerely,", "Jo Field"]))
    assert kinds(source)[-1] == "policy"


@pytest.mark.parametrize(
    "line",
    [
        "p22  The keeper who feeds 90 hungry gulls",
        "p. 4 Letters",
        "Page 14: Planks, five of the best under £2,000",
        "The keeper who feeds 90 gulls ........ 22",
        "The keeper who feeds 90 gulls, page 22",
        "FULL STORY: PAGES 4-5",
    ],
)
def test_a_line_of_a_magazines_contents_is_no_paragraph(line: str) -> None:
    assert furniture.LINES["A link to another article."].fullmatch(line)


@pytest.mark.parametrize("line", ["Page 4 of the report says that it is so", "P45 forms go out by Friday"])
def test_a_line_that_names_a_page_in_passing_stays(line: str) -> None:
    assert not furniture.LINES["A link to another article."].fullmatch(line)


def test_what_else_a_magazine_has_in_its_issue_is_left_out() -> None:
    page = [
        BLOG,
        PIER,
        f"I have asked for £9,000. {PIER}",
        "ALSO IN THIS ISSUE",
        "p22  The keeper",
        "p44  For sale",
    ]
    assert texts(cut_text("\n".join(page)))[1:] == [f"I have asked for £9,000. {PIER}"]
