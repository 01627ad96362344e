"""People of an office: adding, passwords, roles, ending."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence import people
from correspondence.errors import Refused
from correspondence.models import AuditEvent, User
from correspondence.people import passwords
from tests.conftest import NOW


@pytest.fixture
def ada(session: Session) -> User:
    return session.scalars(select(User).where(User.email == "ada@example.org")).one()


def test_a_new_person_gets_a_password_to_be_changed_and_it_is_kept_nowhere(
    session: Session, ada: User
) -> None:
    eve, temporary = people.add_user(session, ada, "  Eve\n Elm ", " Eve@Example.org", "caseworker", NOW)
    session.commit()
    assert (eve.name, eve.email, eve.must_change_password) == ("Eve Elm", "eve@example.org", True)
    assert temporary not in eve.password_hash and passwords.is_right(eve.password_hash, temporary)
    event = session.scalars(select(AuditEvent)).one()
    assert (event.act, event.noun, event.noun_id, event.user_id) == ("add", "User", eve.id, ada.id)
    assert "eve" not in str(event.detail).lower()


@pytest.mark.parametrize(
    ("name", "email", "role", "sentence"),
    [
        ("", "eve@example.org", "caseworker", "name"),
        ("Eve", "eve", "caseworker", "full e-mail"),
        ("Eve", "eve@example.org, ada@example.org", "caseworker", "full e-mail"),
        ("Eve", "CAS@example.org", "caseworker", "here already"),
        ("Eve", "dov@example.org", "caseworker", "here already"),  # in another office
        ("Eve", "eve@example.org", "owner", "A role is one of"),
    ],
)
def test_a_person_is_refused_with_a_reason(
    dov_office: int, session: Session, ada: User, name: str, email: str, role: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        people.add_user(session, ada, name, email, role, NOW)


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "eleven char",
        "x" * 201,
        "password1234",
        "Password!2026",
        "PARLIAMENT2026",
        "correspondence",
        "123456789012",
        "aaaaaaaaaaaaaaa",
        "abababababab",
        "cas@example.org",
        "my cas@example.org 1",
        "qwertyuiop[]",
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(password: str) -> None:
    with pytest.raises(Refused):
        passwords.refuse_weak(password, "cas@example.org")


@pytest.mark.parametrize(
    "password",
    [
        "three plain words",
        "ŵyr ŷd a llaeth",
        "twelve chars",
        "🙂 tea for two, then",
        "a line of a song " * 11,
    ],
)
def test_any_other_password_is_taken_whatever_it_is_made_of(password: str) -> None:
    passwords.refuse_weak(password, "cas@example.org")
    assert passwords.is_right(passwords.hashed(password), password)


def test_temporary_passwords_are_long_good_enough_and_all_different() -> None:
    made = {passwords.make_temporary() for _ in range(200)}
    assert len(made) == 200
    for password in made:
        passwords.refuse_weak(password, "cas@example.org")


def test_changing_one_s_password_needs_the_one_before(session: Session, cas: User) -> None:
    cas.password_hash = passwords.hashed("three plain words")
    with pytest.raises(Refused, match="you have now"):
        people.change_password(session, cas, "guess", "another long one", NOW)
    with pytest.raises(Refused, match="another than"):
        people.change_password(session, cas, "three plain words", "three plain words", NOW)
    people.change_password(session, cas, "three plain words", "another long one", NOW)
    assert passwords.is_right(cas.password_hash, "another long one") and not cas.must_change_password


def test_the_last_admin_stays(dov_office: int, session: Session, ada: User, cas: User) -> None:
    with pytest.raises(Refused, match="only admin"):
        people.end_user(session, ada, ada, NOW)
    with pytest.raises(Refused, match="only admin"):
        people.set_role(session, ada, ada, "caseworker", NOW)
    people.set_role(session, ada, cas, "admin", NOW)
    people.end_user(session, cas, ada, NOW)
    assert ada.ended_at == NOW
    with pytest.raises(Refused, match="only admin"):
        people.end_user(session, cas, cas, NOW)
