"""The office's everyday words: what is shipped, its own changes over it, and files of them."""

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.bank import everyday
from correspondence.errors import NotFound, Refused
from correspondence.matching.everyday import shipped
from correspondence.models import AuditEvent, EverydayWord, Office, User
from tests.conftest import NOW

LETTER = "The taxman wants more, and our lollipop lady is gone for good, says the wurzel gang."


def found(session: Session) -> dict[str, tuple[str, ...]]:
    return {entry.said: entry.means for entry in everyday.everyday_of(session).found(LETTER)}


def whose(session: Session, words: str) -> list[tuple[str, str]]:
    return [(entry.said, entry.whose) for entry in everyday.listed(session, words)]


def own_rows(session: Session) -> int:
    return session.scalar(select(func.count(EverydayWord.id))) or 0


def test_what_is_shipped_is_found_until_the_office_takes_it_out_and_again_when_it_is_put_back(
    session: Session,
) -> None:
    assert found(session)["taxman"] == ("HM Revenue and Customs", "tax")
    everyday.take_out(session, None, "Taxman", NOW)
    assert "taxman" not in found(session)
    assert whose(session, "taxman") == [("taxman", "out")]
    everyday.put_back(session, None, "taxman", NOW)
    assert found(session)["taxman"] == ("HM Revenue and Customs", "tax")
    assert whose(session, "taxman") == [("taxman", "shipped")]
    assert own_rows(session) == 0


def test_an_entry_is_added_changed_and_taken_out(session: Session) -> None:
    everyday.add(session, None, " Wurzel  gang", "county farms; smallholdings;; county farms", NOW)
    assert found(session)["Wurzel gang"] == ("county farms", "smallholdings")
    everyday.change(session, None, "wurzel gangs", "smallholdings", NOW)
    assert found(session)["Wurzel gang"] == ("smallholdings",)
    everyday.take_out(session, None, "Wurzel gang", NOW)
    assert "Wurzel gang" not in found(session)
    assert whose(session, "wurzel") == []
    with pytest.raises(NotFound):
        everyday.put_back(session, None, "Wurzel gang", NOW)


def test_a_shipped_entry_may_mean_something_else_and_is_then_the_office_s(session: Session) -> None:
    everyday.change(session, None, "taxman", "Her Majesty’s Customs", NOW)
    assert found(session)["taxman"] == ("Her Majesty’s Customs",)
    assert whose(session, "taxman") == [("taxman", "changed")]
    everyday.take_out(session, None, "taxman", NOW)
    everyday.add(session, None, "taxman", "HM Revenue and Customs; tax", NOW)
    assert whose(session, "taxman") == [("taxman", "shipped")]
    assert own_rows(session) == 0


@pytest.mark.parametrize(
    ("said", "means", "sentence"),
    [
        (" ", "x", "Give the words that people use."),
        ("x", " ; ", "Say what it means in official words."),
        ("word " * 17, "x", "What is said can have 80 characters at most."),
        ("word", "x" * 201, "What it means can have 200 characters at most."),
        ("with them", "x", "“with them” tells nothing by itself. Add a word that does."),
        ("Taxmen's", "x", ""),
        ("The TAX man", "HM Revenue and Customs", ""),
        ("tax  mans", "HM Revenue and Customs", "“tax man” is in the list already."),
    ],
)
def test_what_would_be_useless_is_refused_in_a_sentence(
    session: Session, said: str, means: str, sentence: str
) -> None:
    if not sentence:  # told apart from what is there
        everyday.add(session, None, said, means, NOW)
        return
    with pytest.raises(Refused) as refusal:
        everyday.add(session, None, said, means, NOW)
    assert str(refusal.value) == sentence


def test_one_s_own_is_not_put_back(session: Session) -> None:
    everyday.add(session, None, "wurzel", "farms", NOW)
    with pytest.raises(Refused, match="is your own"):
        everyday.put_back(session, None, "wurzel", NOW)


def test_every_change_is_noted_and_every_process_reads_again(session: Session, cas: User) -> None:
    edition = select(Office.edition).where(Office.id == session.info["office_id"])
    before = session.scalars(edition).one()
    everyday.add(session, cas, "wurzel", "farms", NOW)
    everyday.take_out(session, cas, "wurzel", NOW)
    noted = session.execute(select(AuditEvent.act, AuditEvent.noun, AuditEvent.user_id)).all()
    assert [tuple(row) for row in noted] == [
        ("add", "EverydayWord", cas.id),
        ("take out", "EverydayWord", cas.id),
    ]
    assert session.scalars(edition).one() == before + 2


def test_another_office_keeps_its_own_list(
    session: Session, engine: Engine, ada_office: int, dov_office: int
) -> None:
    everyday.add(session, None, "wurzel gang", "farms", NOW)
    everyday.take_out(session, None, "taxman", NOW)
    session.commit()
    with db.make_session(engine, write=False, office_id=dov_office) as other:
        assert set(found(other)) >= {"taxman"}
        assert "wurzel gang" not in found(other)
    with db.make_session(engine, write=False, office_id=ada_office) as again:
        assert "wurzel gang" in found(again)


def test_what_is_undone_is_not_found(session: Session) -> None:
    everyday.add(session, None, "wurzel gang", "farms", NOW)
    assert "wurzel gang" in found(session)
    session.rollback()
    assert "wurzel gang" not in found(session)


def test_the_list_is_searched_in_both_columns(session: Session) -> None:
    assert ("taxman", "shipped") in whose(session, "revenue CUSTOMS taxm")
    assert len(everyday.listed(session)) == len(shipped())
    everyday.add(session, None, "wurzel", "farms", NOW)
    assert [entry.said for entry in everyday.listed(session, whose="added")] == ["wurzel"]


def test_a_file_that_was_taken_away_changes_nothing_when_it_is_brought_in(session: Session) -> None:
    everyday.add(session, None, "wurzel, gang", '"farms"; £5', NOW)
    everyday.take_out(session, None, "taxman", NOW)
    before, file = everyday.listed(session), everyday.as_csv(session)
    assert everyday.bring_in(session, None, file, NOW) == 0
    everyday.take_out(session, None, "wurzel gang", NOW)
    everyday.put_back(session, None, "taxman", NOW)
    assert everyday.bring_in(session, None, file, NOW) == 2
    assert everyday.listed(session) == before


def test_a_file_from_a_spreadsheet_adds_and_changes(session: Session) -> None:
    file = "Said,Means\r\nwurzel gang,=farms; £5\r\n\r\ntaxman,revenue\r\n,\r\nlollipop lady\r\n".encode(
        "cp1252"
    )
    assert everyday.bring_in(session, None, file, NOW) == 3
    assert found(session) == {"taxman": ("revenue",), "wurzel gang": ("farms", "£5")}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("said,means\nwurzel,farms\nthe,x\n", "Line 3: “the” tells nothing by itself"),
        ("wurzel,farms\nturnip,a,b\n", "Line 2: give two columns"),
        ('wurzel,farms\nturnip,"a', "Line 2 cannot be read as CSV."),
        ("wurzel,farms\nWurzels,fields\n", "Line 2: “Wurzels” stands in the file twice."),
        (f"wurzel,farms\nturnip,{'x' * 300}\n", "Line 2: What it means can have 200"),
        ("PK\x03\x04\x00,a,b,\x00", "Line 1"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_goes_in_by_half(
    session: Session, text: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        everyday.bring_in(session, None, text.encode(), NOW)
    assert own_rows(session) == 0
