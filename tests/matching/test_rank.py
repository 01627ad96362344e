"""Which paragraphs answer which point, how surely, and why."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.matching import semantic
from correspondence.matching.everyday import Everyday
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import index_of
from correspondence.matching.rank import Answer, find, notice
from correspondence.matching.semantic import Encoder
from correspondence.models import Point
from tests.conftest import TODAY
from tests.matching.conftest import BANK, RELIEF, RETURNS, SECURITY

SPENT = "Can you tell me what we spend on keeping Calais safe, all those fences and guards?"
SENT_BACK = "And do the people who have no business being here ever get sent back?"
POTHOLE = "There is also a pothole at the end of Mill Lane that has wrecked two of my tyres."
LETTER = f"I drive a lorry to France each month.\n\n{SPENT}\n\n{SENT_BACK}\n\n{POTHOLE}"


def points(*texts: str, kind: str = "policy") -> list[Point]:
    return [Point(text=text, kind=kind) for text in texts]


def ids(answer: Answer) -> list[int]:
    return [match.paragraph_id for match in answer.matches]


def test_each_point_finds_its_paragraph_and_an_unrelated_one_is_not_answered(
    calais: BankIndex, encoder: Encoder
) -> None:
    spent, sent_back, pothole = find(points(SPENT, SENT_BACK, POTHOLE), LETTER, calais, encoder, TODAY)
    assert (spent.answered, ids(spent)[0], spent.matches[0].version_id) == ("yes", 2, 12)
    assert sent_back.answered != "no"
    assert ids(sent_back)[0] == 3
    assert pothole.answered == "no"


@pytest.mark.parametrize(
    "other",
    [
        "Finally, will you support a ban on new oil and gas licences in the North Sea?",
        "What will become of our library?",
    ],
)
def test_what_answers_one_point_does_not_answer_another_beside_it(
    calais: BankIndex, encoder: Encoder, other: str
) -> None:
    lead = "I drive through Calais each week. The fences and guards at the port cost millions."
    spent, beside = find(points(SPENT, other), f"{lead}\n\n{SPENT}\n\n{other}", calais, encoder, TODAY)
    assert (spent.answered, ids(spent)[0]) == ("yes", 2)
    assert beside.answered == "no"


def test_an_opening_is_never_an_answer(calais: BankIndex, encoder: Encoder) -> None:
    [answer] = find(points("What is spent on security at Calais?"), "", calais, encoder)
    assert 1 not in ids(answer)


def test_the_reason_is_the_writer_s_own_words_and_the_phrases_alike(
    calais: BankIndex, encoder: Encoder
) -> None:
    [answer] = find(points(SPENT), SPENT, calais, encoder)
    reasons = answer.matches[0].because
    assert "Calais" in reasons
    assert "safe" in reasons
    [answer] = find(points("Who catches the crooks who sell seats in the dinghies?"), "", calais, encoder)
    assert ids(answer)[0] in (5, 7)
    assert answer.matches[0].because[-1].startswith("same meaning: “Who catches the crooks")


def test_the_last_offer_has_its_reason_as_the_first_has(calais: BankIndex, encoder: Encoder) -> None:
    [answer] = find(points(SPENT), LETTER, calais, encoder)
    assert len(answer.matches) > 4
    said = [match.because for match in answer.matches]
    assert sum(any(reason.startswith("same meaning: ") for reason in reasons) for reasons in said) > 2
    assert said == [match.because for match in answer.matches]


def test_a_sentence_that_leans_on_the_one_before_takes_its_subject_with_it(encoder: Encoder) -> None:
    bank = [
        Held(1, 1, "The new reservoir near Abingdon will cost £2.2 billion."),
        Held(2, 2, "The new prison near Gartree will cost £300 million."),
    ]
    index = index_of(bank, encoder.encode([held.text for held in bank]))
    first, then = "Is the prison at Gartree really needed?", "And what will they have to pay for it?"
    [_, answer] = find(points(first, then), f"{first} {then}", index, encoder)
    assert ids(answer)[0] == 2


LONG_AGO = dt.date(1990, 1, 1)
SAME = "The minimum wage rises to £12.71 an hour in April."
OTHER = "In April the minimum wage rises to £12.71 for each hour."


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Held(1, 1, SAME), Held(2, 2, OTHER, voice="Cole Umnist")),
        (Held(1, 1, OTHER), Held(2, 2, SAME, voice="Cole Umnist")),
        (Held(1, 1, SAME), Held(2, 2, SAME, state="proposed")),
        (Held(1, 1, SAME), Held(2, 2, SAME, stale_on=TODAY)),
        (Held(1, 1, SAME, state="proposed", date=LONG_AGO), Held(2, 2, SAME, date=TODAY, stale_on=TODAY)),
        (Held(1, 1, SAME, date=TODAY), Held(2, 2, SAME)),
        (Held(1, 1, SAME, date=TODAY), Held(2, 2, SAME, date=dt.date(2020, 1, 1))),
    ],
)
def test_of_two_that_say_the_same_the_better_standing_comes_first(
    better: Held, worse: Held, encoder: Encoder
) -> None:
    for bank in ([better, worse], [worse, better]):
        index = index_of(bank, encoder.encode([held.text for held in bank]))
        [answer] = find(points("When does the minimum wage rise?"), "", index, encoder, TODAY)
        assert ids(answer)[0] == 1


def test_one_paragraph_repeated_is_offered_once(encoder: Encoder) -> None:
    index = index_of([Held(n, n, SECURITY) for n in range(1, 40)], encoder.encode([SECURITY] * 39))
    [answer] = find(points(SPENT), "", index, encoder)
    assert len(ids(answer)) == 1


def test_what_stands_best_stands_for_its_twins(encoder: Encoder) -> None:
    bank = [
        Held(1, 1, SECURITY, state="proposed", date=TODAY),
        Held(2, 2, SECURITY, date=TODAY - dt.timedelta(days=400)),
        Held(3, 3, SECURITY, date=TODAY),
        Held(4, 4, RETURNS),
    ]
    index = index_of(bank, encoder.encode([held.text for held in bank]))
    [answer] = find(points(SPENT), "", index, encoder, TODAY)
    assert ids(answer) == [3, 4]
    assert sorted(answer.matches[0].variants) == [1, 2]


def test_everyday_words_find_what_officials_call_otherwise_and_are_named(encoder: Encoder) -> None:
    late = "HM Revenue and Customs may cancel a late filing penalty where there was a reasonable excuse."
    index = index_of([Held(1, 1, late), Held(2, 2, RELIEF)])
    everyday = Everyday([("taxman", "HM Revenue and Customs")])
    asks = points("Why is the taxman after me?")
    [without] = find(asks, "", index, None)
    [answer] = find(asks, "", index, None, everyday=everyday)
    assert without.matches[0].score == 0
    assert ids(answer)[0] == 1
    assert "“taxman”: HM Revenue and Customs" in answer.matches[0].because


def test_without_a_model_words_decide_and_that_is_said(calais: BankIndex) -> None:
    spent, pothole = find(points("Fences and security at the port of Calais", POTHOLE), "", calais, None)
    assert ids(spent)[0] == 2
    assert spent.answered != "no"
    assert pothole.answered == "no"
    assert "by their words alone" in notice(calais, None)


def test_paragraphs_without_vectors_are_found_by_words_and_counted(encoder: Encoder) -> None:
    index = index_of(BANK)
    [answer] = find(points("Fences and security at the port of Calais"), "", index, encoder)
    assert ids(answer)[0] == 2
    assert notice(index, encoder) == "7 of 7 paragraphs could be found by their words alone so far."
    index.waiting = 3
    assert notice(index, encoder).startswith("3 paragraphs came in last and cannot be found yet. 7 of 7")


def test_somebody_s_own_case_needs_a_better_fit(calais: BankIndex, encoder: Encoder) -> None:
    text = "People with no right to asylum are returned."
    [policy] = find(points(text), "", calais, encoder)
    [case] = find(points("Will my wife be returned?", kind="casework"), "", calais, encoder)
    assert policy.answered == "yes"
    assert case.answered == "no"


def test_an_empty_bank_answers_nothing(encoder: Encoder) -> None:
    [answer] = find(points(SPENT), LETTER, BankIndex(), encoder)
    assert (answer.answered, answer.matches) == ("no", [])
    assert find([], "", BankIndex(), None) == []
    assert notice(BankIndex(), encoder) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 6.7 £8",
        "Waarom zijn de treinen zo duur geworden?",
        "为什么火车票这么贵?",
        "?" * 500,
        "the of and",
    ],
)
def test_what_says_nothing_to_the_bank_is_not_answered(
    text: str, calais: BankIndex, encoder: Encoder
) -> None:
    [answer] = find(points(text), text, calais, encoder)
    assert answer.answered == "no"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3), st.text(max_size=120), st.booleans())
def test_any_text_has_bounded_scores(texts: list[str], letter: str, with_model: bool) -> None:
    encoder = semantic.load() if with_model else None
    held = [Held(1, 1, SECURITY), Held(2, 2, RETURNS)]
    index = index_of(held, semantic.load().encode([SECURITY, RETURNS]))
    for answer in find(points(*texts), letter, index, encoder):
        assert answer.answered in ("yes", "perhaps", "no")
        assert all(0 <= match.score <= 1 for match in answer.matches)


def test_a_hundred_thousand_words_are_matched(calais: BankIndex, encoder: Encoder) -> None:
    letter = f"{SPENT} " + "I could go on about this for ever. " * 12_500
    [answer] = find(points(SPENT), letter, calais, encoder)
    assert ids(answer)[0] == 2
