"""The sample office is what a person's own letters would look like, and it can be used at once."""

import pytest
from sqlalchemy import Engine, select

from correspondence import db, desk, people, samples
from correspondence.matching import index, semantic
from correspondence.models import Draft, Message, Office, Paragraph, Source
from tests.conftest import NOW


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_sample_office_is_full_and_one_call_removes_it(engine: Engine) -> None:
    with db.make_session(engine, write=True) as session:
        office = samples.add_sample_office(session, NOW)
        session.commit()

        messages = session.scalars(select(Message)).all()
        assert len(messages) >= 12
        assert {message.state for message in messages} == {"received"}
        assert all(message.points for message in messages)
        sources = session.scalars(select(Source)).all()
        assert len(sources) >= 9
        assert len({topic.name for source in sources for topic in source.paragraphs[0].topics}) >= 6
        assert [source.file_name for source in sources if source.questions] == ["leasehold.txt"]
        states = {paragraph.state for paragraph in session.scalars(select(Paragraph))}
        assert states == {"approved", "proposed"}
        assert desk.letterhead_in_use(session) is not None

        assert office.is_sample
        people.remove_sample_office(session)
        session.commit()
    with db.make_session(engine, write=False) as session:
        assert session.scalars(select(Office)).all() == []
        assert session.scalars(select(Message)).all() == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_each_sample_message_gets_the_right_greeting(engine: Engine) -> None:
    with db.make_session(engine, write=True) as session:
        samples.add_sample_office(session, NOW)
        session.commit()
        greetings = [
            message.constituent.salutation if message.constituent else ""
            for message in session.scalars(select(Message).order_by(Message.file_name))
        ]
    assert greetings == [
        "Mrs Kaur", "Colin Birtwhistle", "Jo Pemberton", "T. Vaughan-Ellis", "Marta Nowak", "Dr Whitcombe",
        "Miss Farouk", "Mr and Mrs Crabtree", "", "Siân Prŷs", "Tunde Okonkwo", "Capt Monk",
        "",
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_sample_message_can_be_answered(engine: Engine) -> None:
    with db.make_session(engine, write=True) as session:
        samples.add_sample_office(session, NOW)
        session.commit()
        message = session.scalars(select(Message).order_by(Message.file_name)).first()
        assert message is not None
        encoder = semantic.load(None)
        index.prepare(session, lambda: encoder, 1000).keep(session)
        assert index.lacking(session, encoder.name) == 0
        draft = desk.reply(session, None, message, NOW, encoder)
        assert isinstance(draft, Draft)
        assert draft.blocks[0].text == "Dear Mrs Kaur,"
        assert any("£19 million" in block.text for block in draft.blocks)
