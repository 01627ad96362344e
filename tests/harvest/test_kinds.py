"""Kinds of Paragraph, titles, likeness."""

import pytest

from correspondence.harvest import courtesies, likeness, stances, titles
from correspondence.harvest.layout import Piece


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have written to the Minister to ask for a date.", "action"),
        ("I will raise this in the House.", "action"),
        ("I recently met the harbour master.", "action"),
        ("That is why I have spent the past fortnight on the coast, meeting skippers.", "action"),
        ("In May I led a debate in the House on piers.", "action"),
        ("I am angry that the pier was left to rot. It was built in 1902.", "position"),
        ("I believe that the pier should stay.", "position"),
        ("I am of the firm belief that a pier is worth its keep. It was built in 1902.", "position"),
        ("I am no friend of tolls. I grew up beside the harbour, and my father kept the gate.", "position"),
        ("I'm no enemy of change. The pier has been rebuilt twice.", "position"),
        ("I am no longer the chair of the board. Ms Field is.", "policy"),
        ("I do not pretend that a pier is cheap.", "position"),
        (
            "They say that planks are dear. I think that is rubbish. Elm is cheap. Oak lasts. Ask Ash.",
            "position",
        ),
        ("It was too dear, we were told. I do not accept it. Elm is cheap. Oak lasts. Ask Ash.", "position"),
        ("I voted against the bill.", "position"),
        ("I am strongly opposed to the plan. It would cost £3 million.", "position"),
        ("I do not support the plan.", "position"),
        ("The plan would cost £3 million.", "policy"),
        ("I know that the Government has set £3 million aside.", "policy"),
        ("I can assure you that the pier is inspected each year.", "policy"),
        ("Ministers must think again.", "position"),
        ("The toll should be scrapped before the summer.", "position"),
        ("Labour has got this badly wrong.", "position"),
        ("It is shameful that the pier was left to rot.", "position"),
        ("Those who say that it will pay for itself should look at the books.", "position"),
        ("Nobody should have to queue in the rain for a boat.", "position"),
        ("That is a licence to wreck the bay.", "position"),
        ("The port said that the toll should be scrapped.", "policy"),
        ("The Bill would mean that ministers must publish the figures.", "policy"),
        ("If the pier is shut you should telephone the harbour office.", "policy"),
        ("Work should be finished by March.", "policy"),
        ('The mayor says: "Ministers must think again."', "policy"),
        ("I have put down two amendments on tolls.", "action"),
        ("I have lived beside the pier for thirty years.", "policy"),
        ("I met the harbour master, who showed me the cracks.", "policy"),
        ("The fine for a cut rope is £60. I have met skippers who laugh at it. It will be £600.", "policy"),
        ("When I asked for a date there was silence.", "policy"),
        ("It is my belief that the pact means little if it stops at the door.", "position"),
        ("It is my firm conviction that a port is a public good.", "position"),
        ("All small boats must either be moored at the quay or be hauled out by dusk.", "policy"),
        ("She has lived here for years. 'I have written to the port,' she told me. 'I must wait.'", "policy"),
        ("I do not blame the port, and I do not blame the crew.", "position"),
        ("My organisation has written to all twelve harbour masters.", "action"),
        ("Our union has repeatedly asked for a date.", "action"),
        ("My party will table a motion on piers.", "action"),
        ("My organisation has 72 members in the county.", "policy"),
        ("Our party has been in power for ten years.", "policy"),
        ("My union believes that a pier is for everybody.", "position"),
        ("Nobody should underestimate the storm. It took 90 planks in a night.", "policy"),
        ("No one should be in any doubt that the pier was in use. It had 900 visitors a day.", "policy"),
        ("We should not forget how many use it: 900 people a day.", "policy"),
        ("Nobody should have to swim to work.", "position"),
        ("We must not forget them.", "position"),
        ("Our charity supports 300 families.", "policy"),
        ("I have also agreed with the Piers Minister that the two boards will share a crane.", "action"),
        ("I have agreed with those who say that the toll will cost jobs.", "policy"),
        ("It is run by Ash Ltd, whose owner lives nine miles from where I am writing this.", "policy"),
        ("I am writing this on the ferry.", "policy"),
        ("I am writing this week to the Minister to ask for a date.", "action"),
        ("I put both ideas to the Piers Minister last week.", "action"),
        ("I had a long and blunt meeting with the Piers Secretary. She told me that it will open.", "action"),
        ("You will know what I am going to write about.", "policy"),
        ("The farmers' own plan of the '90s was good, and I believe that it should come back.", "position"),
    ],
)
def test_the_kind_is_what_the_writer_holds_or_does(text: str, kind: str) -> None:
    assert stances.of_paragraph(text) == kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The pier is safe.", "The pier is safe"),
        ("However, I know that the pier is safe.", "The pier is safe"),
        ("The pier at Saltby was built in 1902 and rebuilt.", "The pier at Saltby was built in 1902…"),
        ("“We need it,” she said.", "We need it, she said"),
        ("2. I agree. The pier should be mended.", "The pier should be mended"),
        ("Thank you for contacting me about the pier at Saltby.", "The pier at Saltby"),
        ("A spokesman for the port said: “The pier is safe.", "The pier is safe"),
    ],
)
def test_a_title_is_of_the_texts_own_words(text: str, title: str) -> None:
    assert titles.title(text) == title


def test_a_title_tells_a_paragraph_from_its_neighbours() -> None:
    pier = "The old pier at Saltby will be closed for all of {}. It was built in 1902."
    assert titles.titles([pier.format("May"), pier.format("June"), pier.format("July, May")]) == [
        "The old pier at Saltby will be closed…",
        "The old pier at Saltby will be closed for all of June",
        "The old pier at Saltby will be closed for all of July, May",
    ]


def test_an_edited_copy_is_similar_and_another_text_is_not() -> None:
    text = "The Government has set aside £3 million for the pier, and work begins in the spring."
    edited = text.replace("£3 million", "£4 million")
    other = "The Government has set aside nothing for the school, whose roof was found to be unsafe."
    share = [likeness.likeness(likeness.runs(text), likeness.runs(each)) for each in (other, edited, text)]
    assert share[0] < 0.3 < likeness.ALIKE < share[1] < share[2] == 1


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("I am grateful to you both for writing to me about the pier.", True),
        ("I was so grateful to you and Mr Rowan for your letter of May.", True),
        ("I’m grateful for the letter that came on Friday.", True),
        ("I am very grateful to you for taking the time to write.", True),
        ("I am grateful to the crew for what they did at sea.", False),
        ("I am grateful to ministers, who have listened to the port.", False),
    ],
)
def test_thanks_for_a_letter_open_a_reply(text: str, opens: bool) -> None:
    found = [Piece(text), Piece("The pier is shut."), Piece("It leaks.")]
    courtesies.mark_courtesies(found)
    assert (found[0].kind == "opening") is opens
