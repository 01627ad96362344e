"""Bills that a paper writes small are Bills; what is owed is none."""

import pytest

from correspondence.figures import find


def bills(text: str) -> list[object]:
    return [figure.value for figure in find(text, None) if figure.kind == "bill"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This government has brought forward the piers and slips bill.", "piers and slips bill"),
        ("The renters’ rights bill returns to the Commons.", "renters’ rights bill"),
        ("MPs voted for the ferries bill.", "ferries bill"),
        (
            "Peers amended the terminally ill adults (end of life) bill.",
            "terminally ill adults (end of life) bill",
        ),
        ("The government will introduce its long-promised rail reform bill.", "rail reform bill"),
        ("The rail reform bill, which costs £4bn, has had its second reading.", "rail reform bill"),
        ("Peers passed the clean air bill to cut emissions.", "clean air bill"),
        ("MPs say the renters’ rights bill risks higher rents.", "renters’ rights bill"),
        ("MPs say the clean air bill will double the fines.", "clean air bill"),
        ("The assisted dying bill fell at its third reading.", "assisted dying bill"),
        ("The fisheries bill will become law in May.", "fisheries bill"),
        ("It is hard to get the fisheries bill through Parliament.", "fisheries bill"),
        ("The tobacco and vapes bill’s second reading is on Monday.", "tobacco and vapes bill"),
    ],
)
def test_a_bill_in_small_letters_is_found_where_parliament_is_spoken_of(text: str, name: str) -> None:
    assert bills(text) == [name]


def test_its_stage_is_told_and_it_is_a_bill() -> None:
    (bill,) = find("Her crime and policing bill had its third reading.", None)
    assert (bill.kind, bill.unit, bill.detail) == ("bill", "Bill", {"stage": "third reading"})


@pytest.mark.parametrize(
    "text",
    [
        "MPs heard that the council tax bill has doubled.",
        "The average household bill will be debated in the Commons.",
        "The football club's new bill was for paint.",
        "The piers and slips bill is long.",
        "The controversial bill was passed by MPs.",
        "It is a private member’s bill in the Lords.",
        "The failure to bill us is against the law.",
        "Parliament has never seen a bill like it.",
        "Parliament was told the prison bill is £4bn.",
        "MPs were told that the prison bill has now reached nearly £4bn.",
        "MPs voted to cut the sickness bill.",
        "MPs say the legal aid bill must fall.",
        "Introducing the levy raised the clean-up bill to £3bn.",
        "Introducing the levy left a clean-up bill of £3bn.",
        "The new law adds £50 to the typical supermarket bill.",
        "MPs say it adds £50 a year to the typical supermarket bill.",
        "The law means the NHS agency staff bill has doubled.",
        "MPs heard that the agency staff bill has more than doubled.",
        "MPs heard that the clean-up bill is set to rise.",
        "Peers heard that the clean-up bill must be cut.",
        "Peers asked who will foot the clean-up bill.",
        "Parliament heard that the clean-up bill is a scandal.",
    ],
)
def test_what_is_owed_and_what_has_no_name_is_no_bill(text: str) -> None:
    assert bills(text) == []
