"""Every figure of the bank, those that disagree, and a new value wherever the old one is said."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.bank import ledger, new_value
from correspondence.bank.new_value import NewValue, Place
from correspondence.errors import Conflict, Refused
from correspondence.harvest import Told
from correspondence.models import Block, Draft, Figure, Message, Paragraph, User
from tests.bank.files import approve
from tests.conftest import NOW, TODAY

OLD, NEW = dt.date(2021, 3, 1), dt.date(2026, 2, 1)
WALL = "The county has put £25 million into the sea walls."
ONLY_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def add(session: Session, text: str, day: dt.date | None = OLD, voice: str = "office") -> Paragraph:
    paragraph = bank.add(session, None, text, NOW, {"date": day, "voice": voice})
    session.flush()
    return paragraph


def add_block(session: Session, text: str, state: str = "drafting") -> Block:
    message = Message(subject="x", body="x", original=b"", hash=text[:40], received_at=NOW)
    block = Block(text=text, position=1)
    session.add(Draft(message=message, state=state, blocks=[block], created_at=NOW))
    session.flush()
    return block


def listed(session: Session, asked: ledger.Asked = ledger.ALL) -> list[ledger.Entry]:
    return ledger.load(session, list(session.scalars(ledger.entries(session, asked))))


def values(session: Session, asked: ledger.Asked = ledger.ALL) -> list[list[str]]:
    return [[figure.text for figure in entry.figures] for entry in listed(session, asked)]


def figure_of(paragraph: Paragraph, place: int = 0) -> Figure:
    return paragraph.version.figures[place]


def test_figures_are_listed_oldest_first_undated_before_all_and_one_measure_together(
    session: Session,
) -> None:
    add(session, "The bridge toll is £4.", NEW)
    add(session, WALL)
    add(session, "Some 52 ferries were cancelled.", None)
    add(session, "The county put £30m into sea walls.", dt.date(2022, 1, 1))
    gone = add(session, "The harbour fee is £9.")
    bank.retire(session, None, gone, NOW)
    bank.revise(session, None, add(session, "The harbour fee is £8."), "The harbour fee is low.", NOW)
    assert values(session) == [["52"], ["£25 million", "£30m"], ["£4"]]
    assert [entry.disagrees for entry in listed(session)] == [False, True, False]


def test_our_own_come_first_the_approved_before_all(session: Session) -> None:
    """An import of other people's columns once filled the first pages."""
    add(session, "Some 52 ferries were cancelled.", None, voice="Dan Whitlock")
    add(session, "The bridge toll is £4.", NEW)
    approve(session, add(session, WALL, NEW))
    assert values(session) == [["£25 million"], ["£4"], ["52"]]
    add(session, "The county put £30m into sea walls.", OLD, voice="Dan Whitlock")
    assert values(session) == [["£30m", "£25 million"], ["£4"], ["52"]]


def test_the_newer_of_two_that_disagree_is_named_where_the_days_differ(session: Session) -> None:
    add(session, WALL, OLD)
    add(session, "The county put £30m into sea walls.", NEW)
    (entry,) = listed(session)
    assert entry.newest is entry.figures[1]
    add(session, "Another £40m were put into sea walls by us.", NEW)
    add(session, "The county put £50m into sea walls.", NEW)
    entry = next(entry for entry in listed(session) if entry.disagrees)
    assert entry.newest is None


@ONLY_SQLITE
def test_the_same_value_in_other_words_agrees(session: Session) -> None:
    add(session, WALL)
    add(session, "The county has put £25m into the sea walls.", NEW)
    (entry,) = listed(session)
    assert not entry.disagrees
    assert listed(session, ledger.Asked(disagreeing=True)) == []


def test_what_one_source_says_on_one_day_does_not_disagree(session: Session) -> None:
    text = f"{WALL}\n\nThe county has put £30 million into the sea walls."
    bank.import_file(session, None, "a.txt", text.encode(), Told(date=OLD), NOW)
    session.flush()
    (entry,) = listed(session)
    assert (len(entry.figures), entry.disagrees) == (2, False)
    assert listed(session, ledger.Asked(disagreeing=True)) == []
    add(session, "The county has put £40 million into the sea walls.", NEW)
    (entry,) = listed(session, ledger.Asked(disagreeing=True))
    assert entry.disagrees


def test_filters_keep_what_measures_the_same_together(session: Session) -> None:
    toll = add(session, "The bridge toll is £4.", NEW)
    add(session, WALL, None)
    add(session, "Since May 2019 the pier is shut, as 40% of the voters wished.")
    bank.change(session, None, toll, NOW, topics=[bank.add_topic(session, None, "Bridges", NOW)])
    add(session, "The bridge toll is £5.", OLD)
    asked = ledger.Asked
    assert values(session, asked(topic="Bridges")) == [["£5", "£4"]]
    assert values(session, asked(kind="percentage")) == [["40%"]]
    assert values(session, asked(kind="numbers", words="SEA walls")) == [["£25 million"]]
    assert values(session, asked(words="100%_")) == []
    assert values(session, asked(disagreeing=True)) == [["£5", "£4"]]
    assert values(session, asked(kind="money", old_on=TODAY)) == [["£25 million"], ["£5", "£4"]]


@ONLY_SQLITE
def test_a_paragraph_knows_who_disagrees_with_it(session: Session) -> None:
    one, other = add(session, WALL), add(session, "The county put £30m into sea walls.", NEW)
    ((own, theirs),) = ledger.disagreeing(session, one)
    assert (own.text, theirs.text, theirs.version.paragraph) == ("£25 million", "£30m", other)
    bank.retire(session, None, other, NOW)
    session.flush()
    assert ledger.disagreeing(session, one) == []


@ONLY_SQLITE
def test_uses_count_drafts_and_those_sent(session: Session) -> None:
    paragraph = add(session, WALL)
    for text, state in (("drafting", "drafting"), ("sent", "sent"), (" …", "sent")):
        add_block(session, text, state).source_version = paragraph.version
    session.flush()
    assert ledger.uses(session, [paragraph.id]) == {paragraph.id: ledger.Use(2, 1)}


def test_places_are_ticked_only_where_it_is_sure(session: Session) -> None:
    one = add(session, WALL)
    add(session, "The county has put £25m into the sea walls.")
    add(session, "The county has put £30m into the sea walls.")
    add(session, "Pupils have £25 million.")
    add(session, "The bridge toll fund is £25 million.")
    add(session, "The minister put £25m into the sea walls.", voice="A. Minister")
    add_block(session, "As you know, they put £25m into sea walls.")
    add_block(session, "Yes, they put £25m into sea walls.", "in review")
    add_block(session, "We told you of £25m put into sea walls.", "sent")
    found = new_value.places(session, figure_of(one))
    assert [(place.noun, place.text) for place in found if place.is_sure] == [
        ("paragraph", WALL),
        ("paragraph", "The county has put £25m into the sea walls."),
        ("block", "As you know, they put £25m into sea walls."),
    ]
    assert [(place.text, place.doubt.split(" ")[:4]) for place in found if place.doubt] == [
        ("The county has put £30m into the sea walls.", ["It", "says", "“£30m”", "of"]),
        ("Pupils have £25 million.", ["It", "says", "the", "same"]),
        ("The minister put £25m into the sea walls.", ["These", "are", "words", "of"]),
    ]
    (closed,) = [place for place in found if place.closed]
    assert closed.text == "Yes, they put £25m into sea walls."
    with pytest.raises(Refused, match="in review"):
        new_value.chosen(found, [closed.mark])


def test_a_copy_whose_words_were_changed_is_looked_at_too(session: Session) -> None:
    one = add(session, WALL)
    changed = add_block(session, "The bridge toll fund is £25 million.")
    changed.source_version = one.version
    add_block(session, "The bridge toll fund is £25 million.")
    session.flush()
    found = [place for place in new_value.places(session, figure_of(one)) if place.noun == "block"]
    assert [(place.row, place.is_sure) for place in found] == [(changed, False)]
    assert found[0].doubt == "It says the same value. Check that it measures the same."


def test_only_what_was_chosen_gets_the_new_value_and_is_proposed_again(session: Session, cas: User) -> None:
    one, other = add(session, WALL), add(session, "In all, £25m went into the sea walls.")
    approve(session, one)
    found = new_value.places(session, figure_of(one))
    wanted = [place for place in found if place.row is one]
    value = NewValue("£31 million", NEW, "County budget.")
    new_value.revise_paragraphs(session, cas, wanted, value, NOW)
    session.flush()
    assert one.version.text == "The county has put £31 million into the sea walls."
    assert (one.state, one.version.date, figure_of(one).as_of) == ("proposed", NEW, NEW)
    assert one.version.why == "“£25 million” is now “£31 million”. County budget."
    assert other.version.number == 1


@ONLY_SQLITE
def test_the_other_figures_of_a_paragraph_keep_their_day_also_when_it_is_revised_again(
    session: Session,
) -> None:
    one = add(session, "The bridge toll is £4. It was put up because 52 ferries were cancelled.")
    wanted = [place for place in new_value.places(session, figure_of(one)) if place.is_sure]
    new_value.revise_paragraphs(session, None, wanted, NewValue("£12.50", NEW), NOW)
    assert [(figure.text, figure.as_of) for figure in one.version.figures] == [("£12.50", NEW), ("52", OLD)]
    assert one.version.date == OLD
    bank.revise(session, None, one, one.version.text.replace("put up", "raised"), NOW)
    assert [figure.as_of for figure in one.version.figures] == [NEW, OLD]
    bank.revise(session, None, one, one.version.text.replace("was raised", "rose"), NOW, date=TODAY)
    assert [figure.as_of for figure in one.version.figures] == [TODAY, TODAY]


@ONLY_SQLITE
def test_a_text_that_changed_meanwhile_is_a_conflict(session: Session) -> None:
    one = add(session, WALL)
    block = add_block(session, "As you know, they put £25m into sea walls.")
    figure = figure_of(one)
    marks = [place.mark for place in new_value.places(session, figure)]
    assert len(new_value.chosen(new_value.places(session, figure), marks)) == 2
    block.edit += 1
    session.flush()
    with pytest.raises(Conflict):
        new_value.chosen(new_value.places(session, figure), marks)
    bank.revise(session, None, one, f"{WALL} It is done.", NOW)
    session.flush()
    with pytest.raises(Conflict):
        new_value.chosen(new_value.places(session, figure), marks[:1])


@ONLY_SQLITE
@pytest.mark.parametrize("text", ["", " \n", "£25 million", " £25  million ", "£25m", "x" * 101])
def test_no_value_or_the_old_one_is_refused(session: Session, text: str) -> None:
    with pytest.raises(Refused):
        new_value.checked(figure_of(add(session, WALL)), text)


@ONLY_SQLITE
def test_what_is_no_figure_can_be_told(session: Session) -> None:
    figure = figure_of(add(session, WALL))
    assert new_value.read(figure, "a great deal") is None
    assert new_value.read(figure, "£31 million") == 31_000_000
    assert new_value.checked(figure, "a great deal") == "a great deal"


def test_one_text_that_says_it_twice_changes_at_both_places_or_one() -> None:
    text = "Now £4 and then £4."
    row = Paragraph()
    places = [Place("paragraph", row, 1, text, 4, 6), Place("paragraph", row, 1, text, 16, 18)]
    assert new_value.put_in(places, "£12") == ("Now £12 and then £12.", [(4, 7), (17, 20)])
    assert new_value.put_in(places[1:], "£12") == ("Now £4 and then £12.", [(16, 19)])
    assert places[0].sentence == ("Now ", "£4", " and then £4.")
