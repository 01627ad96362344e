"""Who is quoted, by the words round the marks."""

import pytest

from correspondence.harvest import marks, quotations
from correspondence.harvest.layout import Piece


def spoken(*paragraphs: str) -> list[tuple[str, str]]:
    found = [Piece(paragraph) for paragraph in paragraphs]
    quotations.attribute(found)
    return [(piece.speaker, piece.voice) for piece in found]


LONG = "The pier has stood for a hundred years and it will stand for a hundred more"


@pytest.mark.parametrize(
    ("paragraph", "who"),
    [
        (f'A Home Office spokesperson said: "{LONG}."', "A Home Office spokesperson"),
        (f'Jo Field from the Pier Trust said:"{LONG}."', "Jo Field from the Pier Trust"),
        (f"The Home Secretary told the House: “{LONG}.”", "The Home Secretary"),
        (f"“{LONG},” said Jo Field, director of the Pier Trust.", "Jo Field, director of the Pier Trust"),
        (f"“{LONG},” Jo Field said.", "Jo Field"),
        (f"“{LONG},” according to Jo Field.", "Jo Field"),
        (f"Speaking after the vote, Jo Field MP said: “{LONG}.”", "Jo Field MP"),
        (f"In response, a council spokesman said: “{LONG}.”", "a council spokesman"),
        (f"But Dr Jo Field, who inspected it, warned: “{LONG}.”", "Dr Jo Field"),
        (
            f"Jo Field, chief executive of the Pier Trust, added: “{LONG}.”",
            "Jo Field, chief executive of the Pier Trust",
        ),
        (f"In a statement, the Pier Trust said: “{LONG}.”", "the Pier Trust"),
        (f"The Pier Secretary, speaking on Sunday, said: “{LONG}.”", "The Pier Secretary"),
        (f"But Jo Field, of the Pier Trust, said: “{LONG}.”", "Jo Field, of the Pier Trust"),
        (f"One of them, Jo Field, who runs a kiosk, said: “{LONG}.”", "Jo Field"),
        (f"Jo Field, whose kiosk shut in May, countered: “{LONG}.”", "Jo Field"),
        (f"I have had this reply from the Pier Trust: “{LONG}.”", "the Pier Trust"),
        (f"The Leader of the House disagrees. “{LONG},” he says.", "The Leader of the House"),
        (f"A porter, whom I will not name, put it like this: “{LONG}.”", "A porter"),
    ],
)
def test_the_speaker_of_a_quotation_is_named_as_the_text_names_them(paragraph: str, who: str) -> None:
    assert spoken(paragraph) == [(who, who)]


def test_a_few_quoted_words_leave_the_paragraph_the_reporters() -> None:
    assert spoken("The Minister has called the pier “a wreck” that should go.") == [("The Minister", "")]


def test_a_quotation_left_open_goes_on_to_its_closing_mark() -> None:
    jo = ("Jo Field", "Jo Field")
    assert spoken(f'Jo Field said: "{LONG}.', f'"{LONG}.', f'"{LONG}."', "The pier was built in 1902.") == [
        jo,
        jo,
        jo,
        ("", ""),
    ]


def test_a_quotation_nobody_closed_ends_where_no_mark_takes_it_up() -> None:
    assert spoken(f"Jo Field said: “{LONG}.", "The pier was built in 1902.")[1] == ("", "")


def test_a_line_that_ends_in_a_colon_announces_the_next_paragraph() -> None:
    assert spoken("Jo Field said:", f"“{LONG}.”")[1] == ("Jo Field", "Jo Field")


TOLD = "The report of the Pier Trust says that the pier is failing."


@pytest.mark.parametrize(
    "below",
    [
        [f"“{LONG},” said Jo Field, who keeps a kiosk."],
        ["That is the view of Jo Field, who keeps a kiosk."],
        ["Those are the words of Jo Field, a skipper."],
        ["Jo Field has kept a kiosk on the pier since 1998."],
    ],
)
def test_a_quotation_may_say_whose_it_is_below(below: list[str]) -> None:
    opened = "I saw it go." if below[0][0] == "“" else f"I saw it go. {LONG}.”"
    assert spoken(TOLD, f"“{opened}", *below)[1][1].startswith("Jo Field")


def test_a_quotation_stays_with_whom_the_text_told_of_though_another_comes_next() -> None:
    found = spoken(f"Pat Rowan said: “{LONG}.”", f"“I saw it go. {LONG}.”", "Jo Field has kept a kiosk.")
    assert found[1] == ("Pat Rowan", "Pat Rowan")


@pytest.mark.parametrize(
    "below",
    [
        "The council leader, Jo Field, said that planks cannot wait.",
        "Jo Field has warned that planks cannot wait.",
        f"Jo Field keeps a kiosk. “{LONG},” she said.",
    ],
)
def test_who_speaks_for_themselves_below_is_not_given_the_quotation_above(below: str) -> None:
    assert "Jo Field" not in spoken(TOLD, f"“I saw it go. {LONG}.”", below)[1][0]


def test_she_who_does_one_thing_and_said_another_is_the_one_just_told_of() -> None:
    found = spoken(
        "Jo Field’s boat was lost in May. She now runs the Pier Trust, and said:", f"I saw it. {LONG}."
    )
    assert found[1] == ("Jo Field", "Jo Field")


def test_pronouns_and_surnames_mean_the_one_named_before() -> None:
    found = spoken(
        f"Jo Field of the Pier Trust said: “{LONG}.”", f"“{LONG},” she added.", f"Ms Field said: “{LONG}.”"
    )
    assert {who for who, _ in found} == {"Jo Field of the Pier Trust"}


def test_they_of_a_joint_statement_are_the_two_just_told_of() -> None:
    both = "The Pier Trust and the Boat Guild of Saltby"
    found = spoken(f"{both} have agreed on a toll.", f"In a joint statement, they said: “{LONG}.”")
    assert found[1] == (both, both)


def test_an_officer_is_called_by_rank_and_surname() -> None:
    found = spoken(
        "Col (Retd) Jo Field, of the Pier Trust, said that it was so.", f"“{LONG},” said Col Field."
    )
    assert found[1][0] == "Col Jo Field, of the Pier Trust"


def test_she_means_whom_the_paragraph_before_was_about() -> None:
    found = spoken(f"Pat Rowan said: “{LONG}.”", "Jo Field criticised the plan.", f"“{LONG},” she said.")
    assert found[2] == ("Jo Field", "Jo Field")


@pytest.mark.parametrize("lead", ["I said:", "She is right, and I said so in the House:"])
def test_what_i_said_has_no_other_speaker(lead: str) -> None:
    assert spoken(f"{lead} “{LONG}.”")[0][0] == ""


def test_a_paragraph_in_which_two_speak_is_nobodys_alone() -> None:
    two = f"Jo Field, who leads the Pier Trust, said: “{LONG},” while diver Pat Rowan said: “It is worse.”"
    assert spoken(two) == [("Jo Field and Pat Rowan", "")]


def test_the_mp_of_a_place_is_the_mp_named_before() -> None:
    assert (
        spoken("Jo Field MP said it was “a wreck”.", f"“{LONG},” the Saltby MP said.")[1][1] == "Jo Field MP"
    )


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("“I am sad.", "I am sad."),
        ("“I am sad.”", "I am sad."),
        ('"I was told it was “safe for years”.', "I was told it was “safe for years”."),
        ("“I was told it was “safe for years”.”", "I was told it was “safe for years”."),
        ("“Yes,” I said.", "“Yes,” I said."),
        ("I am sad.", "I am sad."),
    ],
)
def test_only_the_marks_round_a_whole_statement_come_off(marked: str, bare: str) -> None:
    assert marks.unmarked(marked) == bare


@pytest.mark.parametrize(
    ("text", "single", "quoted"),
    [
        ('He said: "One" and "two".', False, ["One", "two"]),
        ("He said: “One” and “two”.", False, ["One", "two"]),
        ("‘It’s ours,’ he said.", True, ["It’s ours,"]),
        ("'It's the ministers' fault,' he said.", True, ["It's the ministers' fault,"]),
        ("It's the boats' turn.", True, []),
        ('said:"One."', False, ["One."]),
        ("She said: ' One, and not two.'", True, [" One, and not two."]),
        ("The boats' turn ' came.", True, []),
        ('She said: ""One, and two."', False, ["One, and two."]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, single: bool, quoted: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in marks.quotes(text, single=single)] == quoted


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The Minister for Piers, Jo Field, has now answered.", "The Minister for Piers, Jo Field"),
        ("On a visit to the town, piers minister Jo Field denied it.", "Piers minister Jo Field"),
        ("Jo Field lives by the pier. Her mother sold tickets there.", "Jo Field"),
        ("Now Jo Field (pictured) has had enough.", "Jo Field"),
        ("Field, a former skipper, has run the trust since May.", "Field"),
    ],
)
def test_she_is_whoever_the_paragraph_before_tells_of(before: str, who: str) -> None:
    (_, _), (speaker, _) = spoken(before, f"“{LONG},” she said.")
    assert speaker.casefold() == who.casefold()


def test_a_clause_is_nobodys_name_and_goes_on_about_the_one_before() -> None:
    tale = "Finding the office shut, he gave it to Ann Reed, who put it in a drawer."
    said = spoken("Jo Field wrote the letter himself.", tale, f"“{LONG},” he said.")
    assert said[1:] == [("", ""), ("Jo Field", "Jo Field")]


def test_she_added_that_she_asked_another_is_still_her() -> None:
    said = spoken(f"Jo Field said: “{LONG}.”", "She added that she had asked the Mayor, Ann Reed, to help.")
    assert said[1][0] == "Jo Field"


def test_a_name_and_post_with_a_colon_announce_what_follows() -> None:
    said = spoken("Jo Field, director of the Pier Trust:", f"“{LONG}.”", f"“{LONG}.”")
    assert said[1][1] == said[2][1] == "Jo Field, director of the Pier Trust"
