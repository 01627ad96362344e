"""A page that lists who reacted how, each under a line with a name and a post and without quotation marks."""

from tests.harvest.cuts import cut_text, left_out, voices

FIELD = "Jo Field, chief executive, Guild of Boatmen"
ROWAN = "Pat Rowan, director of policy at Saltby Harbour Trust"
LUND = "Ann Lund, head of planks, Piers Ltd"
SAID = [
    "The minister had a chance to mend our piers and has given us a lick of paint and a form to fill in.",
    "The trust welcomes the £2m that was found for planks. It will not go far, but it is a start for us.",
    "We were told in the spring that the money was on its way, and the people of Saltby still wait for it.",
    "Nobody in the trade expected this. The fund is a good one, and we shall be at the front of the queue.",
]


def page(title: str, *lines: str) -> str:
    return "\n\n".join([title, *lines])


def test_each_of_a_list_of_reactions_is_given_to_whoever_stands_over_it() -> None:
    source = cut_text(page("Piers fund: the trade reacts", FIELD, SAID[0], ROWAN, SAID[1], SAID[2]))
    assert (source.kind, source.author) == ("report", "")
    assert voices(source) == [FIELD, ROWAN, ROWAN]
    assert {FIELD, ROWAN} <= set(left_out(source))


def test_three_of_them_make_a_list_whatever_the_page_is_called() -> None:
    source = cut_text(page("A new fund for piers", FIELD, SAID[0], ROWAN, SAID[1], LUND, SAID[3]))
    assert voices(source) == [FIELD, ROWAN, LUND]


def test_a_picture_of_somebody_who_is_told_of_under_it_makes_no_list() -> None:
    told = (
        "Ms Rowan was on the quay when the minister came, and she had brought the plans of the pier with her."
    )
    source = cut_text(page("Our MP reacts", "Jo Field, MP for Saltby", SAID[0], ROWAN, told, SAID[3]))
    assert ROWAN not in voices(source)


def test_whoever_writes_a_report_is_not_the_first_of_its_speakers() -> None:
    said = f"Ann Lund of Piers Ltd said: “{SAID[3]}”"
    over = "Jo Field, harbour correspondent"
    source = cut_text(page("The trade reacts", over, SAID[1], ROWAN, SAID[2], said))
    assert not {over, ROWAN} & set(voices(source))


def test_a_page_that_gathers_what_many_say_is_a_report_though_it_says_we() -> None:
    said = [f"{who}:\n\n“{words}”" for who, words in zip((FIELD, ROWAN, LUND), SAID, strict=False)]
    source = cut_text(page("The trade gives its verdict", "A day on, we ask those who build piers.", *said))
    assert (source.kind, voices(source)[1:]) == ("report", [FIELD, ROWAN, LUND])


def test_a_campaign_called_save_our_pier_makes_no_column_of_a_report() -> None:
    told = [
        "Skippers have said that they will fight for the pier at Saltby, which is to be shut in the autumn.",
        "Jo Field, chair of the Save Our Pier group, is to write to the minister about it this week.",
        f"She said: “{SAID[2]}”",
        "Mr Rowan’s board says that it has no money, and that the planks are too old to be mended by hand.",
        f"Ms Field added: “{SAID[3]}”",
    ]
    source = cut_text(page("Skippers to fight for pier", *told))
    assert (source.kind, {*voices(source)}) == ("report", {"the newspaper", "Jo Field"})
