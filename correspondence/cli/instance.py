"""Where a command works: the settings, the database brought up to date, one office."""

import datetime as dt
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import db, jobs
from correspondence.config import Settings
from correspondence.days import uk_day
from correspondence.errors import Refused
from correspondence.models import Office

if TYPE_CHECKING:  # its runtime takes a moment to load, and few commands need it
    from correspondence.matching.semantic import Encoder

PLAIN = "My office"
PATIENCE_S = 20.0  # that a command takes for queued work: enough for about 2,000 paragraphs


class Instance:
    """Settings, engine and office, each made when first asked for: a new instance is set up by use."""

    def __init__(self, office: str | None, print_answer: Callable[[dict[str, Any]], None]) -> None:
        self._office = office
        self._print_answer = print_answer
        self.told = False

    def tell(self, answer: dict[str, Any]) -> None:
        """Print the answer now, for a command that goes on for long; else it is printed at the end."""
        self._print_answer(answer)
        sys.stdout.flush()
        self.told = True

    @cached_property
    def settings(self) -> Settings:
        return Settings.from_environment()

    @property
    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)

    @property
    def today(self) -> dt.date:
        return uk_day(self.now)

    @cached_property
    def engine(self) -> Engine:
        """The database, at the program's revision."""
        db.upgrade(self.settings, self.now)
        return db.make_engine(self.settings.database)

    @cached_property
    def office_id(self) -> int:
        """The office named, else the first that is not the sample; an instance with none gets a plain one."""
        with db.transaction(self.engine) as session:
            offices = list(session.scalars(select(Office).order_by(Office.is_sample, Office.id)))
            return _named(offices, self._office).id if offices or self._office else _plain(session, self.now)

    def read(self) -> AbstractContextManager[Session]:
        """A session that reads this office."""
        return db.make_session(self.engine, write=False, office_id=self.office_id)

    def write(self) -> AbstractContextManager[Session]:
        """A session that writes to this office and commits at the end."""
        return db.transaction(self.engine, self.office_id)

    @cached_property
    def encoder(self) -> "Encoder | None":
        """The model that matching ranks with; None, and said on stderr, where it cannot be loaded."""
        try:
            return self.load_encoder()
        except Refused as refusal:
            click.echo(str(refusal), err=True)
            return None

    def load_encoder(self) -> "Encoder":
        from correspondence.matching import semantic

        return semantic.load(self.settings.model)

    def work_off(self) -> None:
        """Do the work the command queued, so that it is done when the command is; of very much, a part."""
        if "engine" in self.__dict__ and jobs.waiting(self.engine, self.now):
            from correspondence import worker

            enough = threading.Event()
            timer = threading.Timer(PATIENCE_S, enough.set)
            timer.start()
            for failure in worker.run_pending(self.engine, self.load_encoder, lambda: self.now, enough):
                click.echo(failure, err=True)
            timer.cancel()
            if jobs.waiting(self.engine, self.now):
                self._say_what_is_left()

    def _say_what_is_left(self) -> None:
        from correspondence import bank

        with self.read() as session:
            said = bank.readiness(session) or "Some work is left."
        click.echo(f"{said} The worker, or the next command, goes on with it.", err=True)

    def close(self) -> None:
        if "engine" in self.__dict__:
            self.engine.dispose()


def report(settings: Settings, error: Exception) -> str:
    """Note where an unforeseen error came from, without any of its words, and say so in a sentence."""
    try:
        log = settings.instance / "errors.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{dt.datetime.now(dt.UTC).isoformat()} {type(error).__name__}\n")
            for frame in traceback.extract_tb(error.__traceback__):
                file.write(f"  {frame.filename}:{frame.lineno} {frame.name}\n")
    except OSError:
        return f"Something went wrong ({type(error).__name__}), and it could not be noted."
    return f"Something went wrong ({type(error).__name__}). Where it did is noted in {log}."


def _named(offices: list[Office], name: str | None) -> Office:
    if name is None:
        if len([office for office in offices if not office.is_sample]) > 1:
            click.echo(f"Working in {offices[0].name}. For another office say --office NAME.", err=True)
        return offices[0]
    for office in offices:
        if office.name.casefold() == name.casefold():
            return office
    known = ", ".join(office.name for office in offices) or "none yet"
    raise Refused(f"There is no office called {name}. There are: {known}.")


def _plain(session: Session, now: dt.datetime) -> int:
    from correspondence import people  # knows letterheads, and so loads all that writes letters

    office = people.add_office(session, people.OfficeDetails(PLAIN), now)
    click.echo(f"A first office was made, called {PLAIN}.", err=True)
    return office.id
