"""Who leads in to a quotation, whose a release is, and what is printed round a text."""

import pytest

from tests.harvest.cuts import cut_text, left_out, texts
from tests.harvest.test_quotations import LONG, spoken

SAID = f"“{LONG},” she said."
BARE = f"“{LONG}.”"


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Jo Field, who is in her second year, had a question for me about planks:", "Jo Field"),
        (
            "The board’s new head of piers, Jo Field, sees it another way:",
            "The board’s new head of piers, Jo Field",
        ),
        ("I had a word with the ferryman, Jo Field, who took a darker line:", "Jo Field"),
        (
            "In a joint note the Royal Society of Ferries and Tides, the Independent Plankers’ Federation"
            " and the charity Piers Together said:",
            "the Royal Society of Ferries and Tides, the Independent Plankers’ Federation and the charity"
            " Piers Together",
        ),
        (
            "I wrote to the Piers Minister, Mr. Jo Field. You will see that he writes:",
            "The Piers Minister, Mr. Jo Field",
        ),
        (
            "In the letter, first reported by the Gull, the board’s head Jo Field said:",
            "the board’s head Jo Field",
        ),
        ("Even worse this week, the aide Pat Rowan openly declared:", "the aide Pat Rowan"),
        ("Dame Jo Field responds, saying:", "Dame Jo Field"),
        ("Jo Field runs the ferry. She had an answer ready:", "Jo Field"),
        ("Pressed on the cost, which has grown to £3 million, the mayor said:", "the mayor"),
        ("Challenged over the planks, Mr Rowan replied:", "Mr Rowan"),
        ("Ms Rowan, when asked about the planks, told the Gull:", "Ms Rowan"),
        ("And just yesterday, former Piers Minister Jo Field said:", "former Piers Minister Jo Field"),
        ("Yesterday Jo Field, Director of the Pier Trust, said:", "Jo Field, Director of the Pier Trust"),
        (
            "In a joint note, Jo Field, head of the Pier Trust, and Pat Rowan, leader of Planks, said:",
            "Jo Field and Pat Rowan",
        ),
        (
            "In a joint note, local MPs Jo Field (Labour, Ash and Elm) and Pat Rowan (Green, Saltby) said:",
            "Jo Field and Pat Rowan",
        ),
        (
            "Jo Field, the mayor, Pat Rowan, head of the trust, and Sue Ash, the vicar, said together:",
            "Jo Field, Pat Rowan and Sue Ash",
        ),
    ],
)
def test_a_quotation_is_whoever_leads_in_to_it(lead: str, who: str) -> None:
    assert spoken(lead, BARE)[1] == (who, who)


@pytest.mark.parametrize(
    "lead",
    [
        "Jo Field handed me a note from Pat Rowan:",
        "Jo Field was there. I said this:",
        "Jo Field of the pier was there. This is what I heard:",
    ],
)
def test_a_quotation_is_nobodys_where_two_may_speak(lead: str) -> None:
    assert spoken(lead, BARE)[1] == ("", "")


@pytest.mark.parametrize(
    "told",
    [
        "Asked whether she would keep the boat, Ms Field shook her head.",
        "Pressed on the price of planks, Ms Field laughed.",
        "Field rejected any suggestion that she was paid.",
        "The pier is shut. Field was not amused by that.",
    ],
)
def test_she_is_whoever_was_asked_or_is_told_of_by_surname(told: str) -> None:
    assert spoken(f"Jo Field said: {BARE}", f"Pat Rowan said: {BARE}", told, SAID)[3] == (
        "Jo Field",
        "Jo Field",
    )


def test_a_lord_has_the_place_with_which_he_was_introduced() -> None:
    introduced = "The Pier Minister, Lord Field of Stow on the Wold, came by."
    who = "The Pier Minister, Lord Field of Stow on the Wold"
    assert spoken(introduced, f"“{LONG},” Lord Field said.")[1] == (who, who)


@pytest.mark.parametrize(
    ("over", "told", "body"),
    [
        ("PLANKS AND PIERS UNION", "The Planks and Piers Union has asked its members to vote.", 1),
        ("Saltby Pier Trust", "Saltby Pier Trust’s pier is shut. The trust says that it leaks.", 1),
        ("Saltby Pier Trust", "The pier is shut, and nobody knows for how long it will be.", 0),
    ],
)
def test_a_releases_own_words_belong_to_the_body_over_it_that_acts_in_it(
    over: str, told: str, body: int
) -> None:
    name = told.removeprefix("The ").partition(" has")[0].partition("’")[0] if body else "the newspaper"
    text = [over, "PRESS RELEASE", "The pier is to shut", told, f"Jo Field of Ash said: {BARE}", "ENDS"]
    assert cut_text("\n\n".join(text)).paragraphs[0].version.voice == name


def test_a_line_printed_large_under_a_quotation_that_is_closed_is_nobodys() -> None:
    said = [
        "Jo Field came.",
        f"“{LONG},” she said. “It is ours to keep, and we shall.”",
        "“We shall keep the pier”",
    ]
    source = cut_text("\n\n".join([*said, f"“{LONG} or two,” she added."]))
    assert said[2] in left_out(source)


@pytest.mark.parametrize("link", ["Read more", "READ MORE:", "See more stories"])
def test_headlines_under_a_link_are_left_out_and_the_text_after_them_stays(link: str) -> None:
    headline = "‘It was like the sea had come indoors’: Ferry families still in tents a whole year on"
    text = [
        "The pier is shut.",
        link,
        headline,
        "Otter rescued from the fountain",
        "“It leaks,” said Jo Field.",
    ]
    assert texts(cut_text("\n\n".join(text))) == [text[0], text[4]]


RELEASE = [
    "Forty boats that nobody had paid for were towed out of the harbour over the weekend.",
    f"Chief Inspector Jo Field, who led the work, said: {BARE}",
    f"Chief Inspector Field added: {BARE}",
    "Anyone who has lost a boat can ring the force.",
]
TOWED = "Forty boats towed from the harbour"


@pytest.mark.parametrize(
    ("over", "below", "body"),
    [
        (
            "Ashshire Police\nSkip to main content | Report | Apply or register | Your area | 101\n"
            f"{TOWED}\nNews article\nPublished: 13:05 19/06/2023",
            "ENDS",
            "Ashshire Police",
        ),
        (
            f"Saltby Borough Council\nHome | Bins and recycling | Council tax | Planning\n{TOWED}",
            "© Saltby Borough Council 2023  Accessibility  Cookies",
            "Saltby Borough Council",
        ),
        (
            f"Saltby NHS Foundation Trust\nOur services · Your visit · Careers\n{TOWED}\nMedia release",
            "",
            "Saltby NHS Foundation Trust",
        ),
        (
            f"Ashshire Fire and Rescue Service\n{TOWED}",
            "Notes to editors",
            "Ashshire Fire and Rescue Service",
        ),
        (f"MENU\nCITY OF SALTBY COUNCIL\n{TOWED}\nPress release: 3 May 2023", "", "City of Saltby Council"),
        (f"{TOWED}\n19 June 2023", "© 2021-2023 Boats Commission. All rights reserved.", "Boats Commission"),
        (
            f"The Saltby Gull\nAshshire Police\n{TOWED}\nBy Pat Rowan",
            "© 2023 Gull Media Ltd",
            "the newspaper",
        ),
        (f"{TOWED}\nBy Pat Rowan", "© Ashshire Police", "the newspaper"),
        (f"Police Gazette\n{TOWED}\nNews story", "", "the newspaper"),
    ],
)
def test_a_public_bodys_own_page_is_in_its_voice(over: str, below: str, body: str) -> None:
    source = cut_text("\n\n".join(filter(None, [over, *RELEASE, below])))
    assert source.title == TOWED
    officer = "Chief Inspector Jo Field"
    assert [part.version.voice for part in source.paragraphs] == [body, officer, officer, body]


@pytest.mark.parametrize(
    ("introduced", "called", "who"),
    [
        ("Sergeant Jo Field was there.", "Sergeant Field", "Sergeant Jo Field"),
        ("It was led by Detective Chief Inspector Jo Field.", "DCI Field", "DCI Jo Field"),
        ("A plank fell on Station Manager Jo Field.", "Station Manager Field", "Station Manager Jo Field"),
        ("The Bishop of Ash, Jo Field, blessed it.", "Bishop Field", "Bishop Jo Field"),
        (
            "It was led by Inspector Jo Field, with the help of Cllr Pat Rowan.",
            "In a joint statement, Inspector Field and Cllr Rowan",
            "Inspector Jo Field and Cllr Pat Rowan",
        ),
        ("Jo Field and Pat Field were there.", "Inspector Field", "Inspector Field"),
    ],
)
def test_an_officer_is_named_in_full_from_where_they_were_introduced(
    introduced: str, called: str, who: str
) -> None:
    assert spoken(introduced, f"{called} said: {BARE}")[1] == (who, who)


@pytest.mark.parametrize(
    "lead",
    [
        "Jo Field speaking in the House of Commons on the piers bill:",
        "Jo Field MP, responding to the closure of the pier:",
    ],
)
def test_who_is_only_said_to_speak_says_what_follows_without_marks(lead: str) -> None:
    told = "The harbour board has shut the pier for the winter, and nobody on the front knows until when."
    said = "The planks have been rotten for years, and those who walked on them were never told how rotten."
    source = cut_text("\n\n".join(["The pier at Saltby", told, lead, said]))
    assert [p.version.speaker[:8] for p in source.paragraphs if p.version.text == said] == ["Jo Field"]
    alone = cut_text("\n\n".join(["The pier at Saltby", lead, said]))
    assert (texts(alone), alone.author) == ([said], "Jo Field")


def test_a_line_over_a_text_says_whose_all_of_it_is_until_that_person_is_spoken_of() -> None:
    head = ["Friday, 27 July 2018", "The Town Which Built It", "My friend Jo Field writes:"]
    words = [
        "This closure is one more sign that the board has lost its way on piers, and on boats.",
        "The sale of the planks was a costly failure.",
        "The board should hand the pier back to the town which built it.",
    ]
    alone = cut_text("\n\n".join([*head, *words]))
    assert (alone.author, alone.title) == ("Jo Field", "The Town Which Built It")
    back = ["Nobody on the front has put it better than Field has.", f"Pat Rowan said: “{LONG}.”"]
    source = cut_text("\n\n".join([*head, *words, *back]))
    said = {p.version.text: p.version.voice for p in source.paragraphs}
    assert [said[line] for line in words] == ["Jo Field"] * 3
    assert said[back[0]] == "the newspaper"
