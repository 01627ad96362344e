"""Commands that run the house: serve, worker, office, user, check, backup, restore."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import select

from correspondence import db, house, people
from correspondence.cli.frame import Answer, Instance, command, root, say
from correspondence.errors import Refused
from correspondence.models import ROLES, Office
from correspondence.people import passwords

HOST = "127.0.0.1"  # nothing else is opened to the network
THREADS = 8
BEHIND_PROXY = {  # it is on this machine, for nothing else can connect; what it says of a browser is believed
    "trusted_proxy": HOST,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    "clear_untrusted_proxy_headers": True,
}


@root.group("office")
def office_group() -> None:
    """The offices whose letters these are."""


@root.group("user")
def user_group() -> None:
    """The people who sign in."""


def show_serve(answer: Answer) -> str:
    where = f"Correspondence is at {answer['address']}"
    if answer["set_up"]:  # until then the address is a locked door
        where = f"Set up your office, or look round the sample one: {answer['set_up']}"
    return f"{where}\nStop it with Ctrl+C."


@command(root, "serve", show=show_serve)
def serve(instance: Instance) -> Answer:
    """Serve the pages on this machine."""
    from waitress.server import create_server

    from correspondence.web import create_app
    from correspondence.worker import Worker

    with _port(instance.settings.port) as listening:
        _add_sample(instance)
        with db.make_session(instance.engine, write=False) as session:
            ready = people.is_set_up(session)
        address = f"http://{HOST}:{instance.settings.port}/"
        link = "" if ready else f"{address}set-up/{people.make_key(instance.settings.instance)}"
        app = create_app(instance.settings, instance.engine)
        behind = BEHIND_PROXY if instance.settings.hosts else {}
        server = create_server(app, sockets=[listening], threads=THREADS, **behind)
        worker = Worker(instance.engine, instance.load_encoder, lambda: instance.now)
        worker.start()
        signal.signal(signal.SIGTERM, _leave)
        instance.tell({"address": address, "set_up": link})
        try:
            server.run()
        finally:
            worker.stop()
    return {"address": address, "set_up": link}


@command(root, "worker", show=lambda answer: f"{answer['failed'] or 'No'} jobs failed.")
@click.option("--once", is_flag=True, help="Do what waits now, then end.")
def worker(instance: Instance, once: bool) -> Answer:
    """Do queued work in a process of its own, until stopped."""
    from correspondence.worker import Worker, queue_outdated, run_pending

    if once:
        queue_outdated(instance.engine, instance.load_encoder, lambda: instance.now)
        failed = run_pending(instance.engine, instance.load_encoder, lambda: instance.now)
        return {"failed": len(failed), "refused": [{"why": why} for why in failed]}
    signal.signal(signal.SIGTERM, _leave)
    say("Doing queued work. Stop it with Ctrl+C.")
    try:
        Worker(instance.engine, instance.load_encoder, lambda: instance.now).run()
    except (KeyboardInterrupt, SystemExit):
        say("Stopped.")
    return {"failed": 0}


@command(office_group, "add", show=lambda answer: f"Added {answer['office']['name']}.")
@click.argument("name")
@click.option("--mp-name", default="", help="As letters give it, such as Ada Amberley MP.")
@click.option("--constituency", default="")
@click.option("--address", default="", help="One line to a line.")
@click.option("--email", default="")
@click.option("--telephone", default="")
@click.option("--signatory", default="", help="The name under a letter.")
@click.option("--party", default="")
@click.option("--in-government", is_flag=True)
def add_office(instance: Instance, **details: str | bool) -> Answer:
    """Add an office, called NAME."""
    with db.transaction(instance.engine) as session:
        office = people.add_office(session, people.OfficeDetails(**details), instance.now)  # type: ignore[arg-type]
        return {"office": {"id": office.id, "name": office.name}}


def show_user(answer: Answer) -> str:
    added = f"Added {answer['user']['name']}, {answer['user']['role']}."
    if answer["password"]:
        return f"{added} To sign in for the first time: {answer['user']['email']} with {answer['password']}"
    return added


@command(user_group, "add", show=show_user)
@click.argument("email")
@click.option("--name", help="Their name; else the front of the address.")
@click.option("--role", type=click.Choice(ROLES), default="caseworker", show_default=True)
@click.option("--password-stdin", is_flag=True, help="Read their password from stdin instead of making one.")
def add_user(instance: Instance, email: str, name: str | None, role: str, password_stdin: bool) -> Answer:
    """Add somebody who signs in with EMAIL, and print a password to tell them."""
    given = _given_password() if password_stdin else ""
    with instance.write() as session:
        user, temporary = people.add_user(
            session, None, name or email.split("@")[0], email, role, instance.now
        )
        if password_stdin:
            passwords.refuse_weak(given, user.email)
            user.password_hash, user.must_change_password = passwords.hashed(given), False
        shown = {"id": user.id, "name": user.name, "email": user.email, "role": user.role}
        return {"user": shown, "password": None if password_stdin else temporary}


def show_check(answer: Answer) -> str:
    verdict = "Everything is whole." if answer["whole"] else "Not everything is whole."
    return "\n".join([*answer["notes"], *answer["problems"], verdict])


@command(root, "check", show=show_check)
def check(instance: Instance) -> Answer:
    """Look whether everything is whole: database, originals, secrets, language model, matching's index."""
    _ = instance.engine  # brought up to date first
    found = house.check(instance.settings, instance.now)
    return {"whole": not found.problems, "problems": found.problems, "notes": found.notes}


@command(root, "backup", show=lambda answer: f"{answer['rows']} rows are safe in {answer['file']}.")
@click.argument("file", type=click.Path(path_type=Path))
def backup(instance: Instance, file: Path) -> Answer:
    """Copy everything into FILE. It holds constituents' letters: keep it safe."""
    _ = instance.engine
    made = house.backup(instance.settings, file.resolve(), instance.now)
    return {"file": str(file), "rows": sum(made.rows.values()), "revision": made.revision}


@command(root, "restore", show=lambda answer: f"{answer['rows']} rows of {answer['made_at']} are back.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--replace", is_flag=True, help="Even where there is something; that is kept in backups/ first."
)
def restore(instance: Instance, file: Path, replace: bool) -> Answer:
    """Put back what a backup FILE holds."""
    made = house.restore(instance.settings, file.resolve(), instance.now, replace)
    return {"file": str(file), "rows": sum(made.rows.values()), "made_at": made.made_at}


@contextmanager
def _port(number: int) -> Iterator[socket.socket]:
    try:
        listening = socket.create_server((HOST, number), backlog=1024)
    except OSError as error:
        raise Refused(
            f"Port {number} is taken, perhaps by Correspondence itself: look at http://{HOST}:{number}/. "
            "For another port set CORRESPONDENCE_PORT."
        ) from error
    with listening:
        yield listening


def _add_sample(instance: Instance) -> None:
    """Where there is no office at all, add the one to look round in."""
    with db.transaction(instance.engine) as session:
        if session.scalar(select(Office.id).limit(1)) is None:
            from correspondence import samples

            say("Making the sample office. This happens once.")
            samples.add_sample_office(session, instance.now)


def _given_password() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _leave(_signal: int, _frame: object) -> None:
    raise SystemExit(0)
