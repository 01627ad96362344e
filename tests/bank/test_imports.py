"""Many files at once: read in the background, each whole or not at all, the broken kept to be tried again."""

import threading

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import bank, jobs, worker
from correspondence.bank import importing, imports
from correspondence.db import make_session, transaction
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.intake.archive import Found
from correspondence.matching.semantic import Encoder
from correspondence.models import Import, ImportFile, Job, Office, Paragraph, Source, User
from tests.bank.files import DAY, LETTER
from tests.conftest import NOW, TODAY
from tests.intake.made import paragraph, word


def letter(number: int, day: str = "3 March 2024") -> bytes:
    said = f"The county has put £{number} million into the quay since 2019, Mrs Quill."
    thanks = "Thank you for your letter about the quay."
    return "\n\n".join([day, "Dear Mrs Quill,", thanks, said, "Yours sincerely,", "Ada Amberley MP"]).encode()


def bring_in(session: Session, *files: Found, told: Told | None = None) -> Import:
    cas = session.query(User).filter_by(email="cas@example.org").one()
    import_ = imports.begin(session, cas, files, told or Told(), NOW)
    session.commit()
    return import_


def no_encoder() -> Encoder:
    raise Refused("No model here.")


def work(engine: Engine, stop: threading.Event | None = None) -> None:
    worker.run_pending(engine, no_encoder, lambda: NOW, stop)


def states(engine: Engine) -> list[tuple[str, str]]:
    with make_session(engine, write=False) as session:
        rows = session.scalars(select(ImportFile).order_by(ImportFile.id))
        return [(row.name, row.state) for row in rows]


def test_each_file_goes_in_and_the_broken_are_kept_with_a_reason(session: Session, engine: Engine) -> None:
    files = [Found(f"2021/{number}.txt", letter(number)) for number in range(10)]
    files[4] = Found("2021/4.docx", b"no Word file")
    files[7] = Found("2021/7.txt", b"")
    files[9] = Found("locked.docx", why="This file is protected with a password.")
    import_ = bring_in(session, *files, Found("2021/Thumbs.db", b"x"), Found(".DS_Store", b"x"))
    assert (import_.passed_over, imports.progress(session, import_).waiting) == (2, 9)
    session.rollback()
    work(engine)
    session.expire_all()
    assert imports.progress(session, import_) == imports.Progress(0, 7, 0, 3)
    refused = {file.name: file for file in import_.files if file.state == "refused"}
    assert "not a Word document" in refused["2021/4.docx"].why
    assert refused["2021/7.txt"].why == "This file is empty."
    assert refused["2021/4.docx"].original == b"no Word file"
    taken = import_.files[0]
    assert (taken.original, taken.source and taken.source.original) == (None, letter(0))
    assert taken.source is not None
    assert (taken.source.file_name, len(taken.source.paragraphs)) == ("0.txt", 2)
    assert taken.source.paragraphs[0].version.author is import_.user
    assert [job.state for job in session.scalars(select(Job).where(Job.kind == "import"))] == ["done"]


def test_what_is_told_is_told_of_each(session: Session, engine: Engine) -> None:
    bring_in(session, Found("1.txt", LETTER), told=Told(date=DAY, publisher="The Saltby Echo"))
    work(engine)
    source = session.scalars(select(Source)).one()
    assert (source.date, source.publisher, source.questions) == (DAY, "The Saltby Echo", [])


def as_word(data: bytes) -> bytes:
    return word("".join(map(paragraph, data.decode().split("\n\n"))))


def test_the_same_bytes_or_the_same_letter_again_add_nothing(session: Session, engine: Engine) -> None:
    import_ = bring_in(
        session, Found("a.txt", letter(1)), Found("copy of a.txt", letter(1)),
        Found("a.docx", as_word(letter(1))), Found("later.docx", as_word(letter(1, "4 March 2024"))),
    )  # fmt: skip
    work(engine)
    assert [state for _, state in states(engine)] == ["in", "known", "known", "in"]
    session.expire_all()
    first, *again, later = import_.files
    assert {file.source_id for file in again} == {first.source_id} != {later.source_id}
    assert again[1].original is None
    assert bank.import_file(session, None, "b.docx", as_word(letter(1)), Told(), NOW) is first.source


def test_a_folder_of_nothing_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="no file in this"):
        imports.begin(session, None, [Found("Thumbs.db", b"x")], Told(), NOW)


def test_refused_files_can_be_tried_again_one_or_all(session: Session, engine: Engine) -> None:
    import_ = bring_in(session, *[Found(f"{number}.txt", b"Dear Mr Fell,") for number in range(3)])
    work(engine)
    session.expire_all()
    key = import_.files[1].id
    assert imports.retry(session, None, import_, NOW, key) == 1
    session.commit()
    assert [state for _, state in states(engine)] == ["refused", "waiting", "refused"]
    import_.files[1].original = letter(1)  # as if a newer program could read it
    assert imports.retry(session, None, import_, NOW) == 3
    session.commit()
    work(engine)
    assert [state for _, state in states(engine)] == ["refused", "in", "refused"]


def test_a_file_that_ends_the_program_is_refused_and_the_others_go_in(
    session: Session, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A KeyboardInterrupt stands for the end of the process: nothing in the program catches it."""
    bring_in(session, *[Found(f"{number}.txt", letter(number)) for number in range(12)])

    def deadly(name: str, data: bytes, told: Told, member: str) -> Source:
        if name == "3.txt":
            raise KeyboardInterrupt
        return importing.cut(name, data, told, member)

    monkeypatch.setattr(imports, "cut", deadly)
    deaths = 0
    while ("11.txt", "waiting") in states(engine) and deaths < 9:
        moment = NOW + deaths * 2 * jobs.LEASE
        try:
            worker.run_pending(engine, no_encoder, lambda: moment)  # noqa: B023  # called in this turn only
        except KeyboardInterrupt:
            deaths += 1
    assert dict(states(engine)) == {f"{n}.txt": "refused" if n == 3 else "in" for n in range(12)}
    assert deaths == jobs.ATTEMPTS
    with make_session(engine, write=False) as reading:
        why = reading.scalar(select(ImportFile.why).where(ImportFile.state == "refused"))
    assert why == imports.NEVER_ENDED


def test_a_text_that_cannot_be_cut_or_stored_is_refused_alone(
    session: Session, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def strange(name: str, data: bytes, told: Told, member: str) -> Source:
        source = importing.cut(name, data, told, member)
        if name == "1.txt":
            source.title = None  # type: ignore[assignment]  # which no database takes
        return source

    bring_in(session, *[Found(f"{number}.txt", letter(number)) for number in range(3)])
    monkeypatch.setattr(imports, "cut", strange)
    work(engine)
    assert [state for _, state in states(engine)] == ["in", "refused", "in"]
    session.expire_all()
    assert session.scalar(select(func.count(Source.id))) == 2
    assert session.scalars(select(Office.edition)).one() == 2


def test_stopped_half_way_it_goes_on_where_it_left_off(session: Session, engine: Engine) -> None:
    import_ = bring_in(session, *[Found(f"{number}.txt", letter(number)) for number in range(6)])
    stop = threading.Event()
    stop.set()
    worker._run(engine, claimed(engine), no_encoder, lambda: NOW, stop)
    assert imports.progress(session, import_) == imports.Progress(5, 1, 0, 0)
    session.rollback()
    work(engine)
    assert {state for _, state in states(engine)} == {"in"}


def claimed(engine: Engine) -> tuple[int, int]:
    with transaction(engine) as session:
        job = jobs.claim(session, NOW)
        assert job is not None
        return job.id, job.office_id


def test_work_that_failed_is_said_and_can_be_gone_on_with(session: Session, engine: Engine) -> None:
    import_ = bring_in(session, Found("1.txt", letter(1)))
    job = session.scalars(select(Job)).one()
    jobs.fail(job, "The disk is full.")
    session.commit()
    assert imports.progress(session, import_).stopped == "The disk is full."
    assert imports.retry(session, None, import_, NOW) == 1
    session.commit()
    assert imports.progress(session, import_).stopped == ""
    session.rollback()
    work(engine)
    assert states(engine) == [("1.txt", "in")]


def test_sources_are_reviewed_in_turn(session: Session, engine: Engine) -> None:
    import_ = bring_in(session, *[Found(f"{number}.txt", letter(number)) for number in range(3)])
    work(engine)
    session.expire_all()
    one, two, three = [file.source for file in import_.files]
    assert one and two and three
    assert imports.next_to_review(session, import_) is one
    assert imports.next_to_review(session, import_, one.id) is two
    bank.drop(session, None, two, NOW)
    assert imports.next_to_review(session, import_, one.id) is three
    assert imports.next_to_review(session, import_, two.id) is three
    assert imports.next_to_review(session, import_, three.id) is one


def test_what_nothing_speaks_against_is_approved_at_once(session: Session, engine: Engine) -> None:
    undated = letter(3).partition(b"\n\n")[2]
    import_ = bring_in(session, Found("1.txt", letter(1, "3 October 2026")), Found("2.txt", undated))
    work(engine)
    session.expire_all()
    assert imports.approve_clear(session, import_.user, import_, TODAY, NOW) == (2, 2)
    session.expire_all()
    rows = session.scalars(select(Paragraph).order_by(Paragraph.id))
    assert [row.state for row in rows] == ["approved"] * 2 + ["proposed"] * 2
    assert imports.approve_clear(session, import_.user, import_, TODAY, NOW) == (0, 2)


def test_what_the_bank_says_already_is_not_approved_at_once(session: Session, engine: Engine) -> None:
    for number in (1, 2):
        import_ = bring_in(session, Found(f"{number}.txt", letter(number, f"{number} October 2026")))
        work(engine)
    session.expire_all()
    assert imports.approve_clear(session, import_.user, import_, TODAY, NOW) == (0, 2)
