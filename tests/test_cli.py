"""The frame of the command line: one JSON document, sentences on stderr, exit codes 0, 1 and 2."""

import json
import os
import re
import socket
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from correspondence.cli import root
from correspondence.cli.frame import COMMANDS, Instance, command
from correspondence.cli.given import each
from correspondence.db import make_engine
from correspondence.errors import Refused


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An instance folder that is not there yet."""
    for name in [name for name in os.environ if name.startswith("CORRESPONDENCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "in stance"))
    return tmp_path / "in stance"


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(root, arguments, input=given, prog_name="correspondence")


def ask(*arguments: str) -> Any:
    """The one document on stdout."""
    return json.loads(run(*arguments, "--json").stdout)


@pytest.fixture
def trial() -> click.Group:
    """A group with a command that does as it is told."""

    @click.group()
    @click.pass_context
    def trial(context: click.Context) -> None:
        context.obj = None

    @command(trial, "act", show=lambda answer: f"done: {answer['done']}")
    @click.argument("what")
    @click.argument("files", nargs=-1, type=click.Path(path_type=Path))
    def act(_instance: Instance, what: str, files: tuple[Path, ...]) -> dict[str, Any]:
        if what == "refuse":
            raise Refused("This cannot be done.")
        if what == "break":
            raise ZeroDivisionError("Mrs Kaur's letter")
        done, refused = each(files, lambda file, data: {"file": file.name, "size": len(data)})
        return {"done": done, "refused": refused}

    return trial


def test_a_new_instance_is_set_up_by_any_command(instance: Path) -> None:
    result = run("user", "add", "ada@example.org", "--role", "admin")
    assert result.exit_code == 0
    assert "A first office was made, called My office." in result.stderr
    if os.name != "nt":
        assert stat.S_IMODE(instance.stat().st_mode) == 0o700
        assert stat.S_IMODE((instance / "correspondence.sqlite3").stat().st_mode) == 0o600


@pytest.mark.parametrize("wrong", [["--nope"], ["nope"], ["check", "--nope"], ["backup"], ["user", "add"]])
def test_wrong_use_is_exit_code_2_and_says_how(wrong: list[str]) -> None:
    result = run(*wrong)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert result.stdout == ""


def test_a_refusal_is_a_sentence_and_exit_code_1(trial: click.Group) -> None:
    result = CliRunner().invoke(trial, ["act", "refuse"])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "This cannot be done.\n")


def test_with_json_a_refusal_is_a_document_too(trial: click.Group) -> None:
    result = CliRunner().invoke(trial, ["act", "refuse", "--json"])
    assert json.loads(result.stdout) == {"refused": [{"why": "This cannot be done."}]}
    assert result.exit_code == 1


def test_an_unforeseen_error_tells_nobody_s_words(trial: click.Group, instance: Path) -> None:
    instance.mkdir()
    result = CliRunner().invoke(trial, ["act", "break"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Something went wrong (ZeroDivisionError).")
    log = (instance / "errors.log").read_text()
    assert "ZeroDivisionError" in log
    assert "Mrs Kaur" not in log + result.output


def test_in_a_batch_the_others_still_go_in(trial: click.Group, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"12345")
    files = [str(tmp_path / name) for name in ("missing.txt", "good.txt", "gone.txt")]
    result = CliRunner().invoke(trial, ["act", "go", *files, "--json"])
    answer = json.loads(result.stdout)
    assert answer["done"] == [{"file": "good.txt", "size": 5}]
    assert [refusal["file"] for refusal in answer["refused"]] == [files[0], files[2]]
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 2


def test_a_bad_setting_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRESPONDENCE_PORT", "eighty")
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr == "CORRESPONDENCE_PORT is 'eighty'; it must be a whole number from 1 to 65535.\n"


@pytest.mark.parametrize("address", ["nonsense", "mysql://localhost/x"])
def test_a_bad_database_address_is_a_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRESPONDENCE_DATABASE", address)
    result = run("office", "add", "A")
    assert result.exit_code == 1
    assert "must be the address of an SQLite or PostgreSQL database" in result.stderr


def test_a_damaged_database_is_a_sentence(instance: Path) -> None:
    instance.mkdir()
    (instance / "correspondence.sqlite3").write_bytes(b"not a database, but long enough to be read" * 99)
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr == "The database file is damaged or is not a database. Restore a backup.\n"


def test_offices_are_picked_by_name_wherever_the_option_stands() -> None:
    for name in ("Office of Ada", "Office of Dov"):
        assert ask("office", "add", name)["office"]["name"] == name
    assert run("--office", "office of dov", "user", "add", "dov@example.org").exit_code == 0
    assert run("user", "add", "ada@example.org", "--office", "Office of Ada").exit_code == 0
    result = run("user", "add", "eve@example.org", "--office", "Nowhere")
    assert result.exit_code == 1
    assert "There are: Office of Ada, Office of Dov." in result.stderr


def test_a_password_is_made_or_read_but_never_weak() -> None:
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", ask("user", "add", "ada@example.org")["password"])
    good = run("user", "add", "ben@example.org", "--password-stdin", "--json", given="walnut teapot river\n")
    assert json.loads(good.stdout)["password"] is None
    weak = run("user", "add", "cas@example.org", "--password-stdin", given="short\n")
    assert weak.exit_code == 1
    assert run("user", "add", "cas@example.org").exit_code == 0  # the refused one was not stored


def test_check_backup_and_restore(instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("office", "add", "Office of Ada")
    assert ask("check")["whole"] is True
    assert ask("backup", str(tmp_path / "copy.zip"))["rows"] == 2  # the office, and the audit of it
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "other"))
    assert run("restore", str(tmp_path / "copy.zip")).exit_code == 0
    result = run("office", "add", "Office of Ada")
    assert "There is an office of that name already." in result.stderr


def test_check_fails_where_something_is_not_whole(instance: Path) -> None:
    run("office", "add", "Office of Ada")
    engine = make_engine(f"sqlite:///{instance / 'correspondence.sqlite3'}")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO letterhead (office_id, file_name, original, hash, created_at)"
            " VALUES (1, '', X'00', 'wrong', '2026-11-21 00:00:00')"
        )
    engine.dispose()
    result = run("check", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"] == ["The original of letterhead 1 is not what came in."]


def test_every_command_can_be_loaded() -> None:
    context = click.Context(root)
    assert [root.get_command(context, name) is not None for name in COMMANDS] == [True] * len(COMMANDS)


def serve(port: int, **environ: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "correspondence", "serve"],
        env=os.environ | {"CORRESPONDENCE_PORT": str(port)} | environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def test_serve_opens_one_port_of_this_machine_and_stops_when_told() -> None:
    run("office", "add", "Office of Ada")  # so that the sample, which takes long, is not added
    port = free_port()
    with serve(port) as server:
        try:
            assert server.stdout is not None
            link = server.stdout.readline().split()[-1]
            assert link.startswith(f"http://127.0.0.1:{port}/set-up/"), "nobody can sign in yet"
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with browser.open(link, timeout=20) as page:
                assert page.status == 200
        finally:
            server.terminate()
        assert server.wait(20) == 0


def test_a_taken_port_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serve(port) as server:
            out, said = server.communicate(timeout=60)
    assert out == ""
    assert said.startswith(f"Port {port} is taken")
    assert said.count("\n") == 1
