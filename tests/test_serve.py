"""Serving behind a proxy: whose browser it is, is what the proxy says, and nobody else."""

import datetime as dt
import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlalchemy import Engine

from correspondence import db, people
from correspondence.config import Settings
from correspondence.people import signing

FORM = "application/x-www-form-urlencoded"


@contextmanager
def serving(settings: Settings) -> Iterator[int]:
    """The program, with these settings; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    environ = {
        "CORRESPONDENCE_INSTANCE": str(settings.instance),
        "CORRESPONDENCE_DATABASE": settings.database,
        "CORRESPONDENCE_HOSTS": " ".join(settings.hosts),
        "CORRESPONDENCE_PORT": str(port),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "correspondence", "serve"],
        env=os.environ | environ,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None and server.stdout.readline()
            yield port
        finally:
            server.terminate()


def sign_in(port: int, headers: dict[str, str]) -> int:
    """The status of a wrong password."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/sign-in", headers=headers)
    page = connection.getresponse()
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page.read().decode())
    cookie = (page.headers["Set-Cookie"] or "").split(";")[0]
    assert token is not None
    fields = {"csrf_token": token[1], "email": "eve@example.org", "password": "a wrong password"}
    sent = {**headers, "Cookie": cookie, "Content-Type": FORM}
    connection.request("POST", "/sign-in", urlencode(fields), sent)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize(
    ("hosts", "guesser", "statuses"),
    [
        (
            ("letters.example.org",),
            "203.0.113.7",
            {"203.0.113.7": 429, "198.51.100.7": 422, "198.51.100.7, 203.0.113.7": 429},
        ),
        ((), "127.0.0.1", {"203.0.113.7": 429}),  # no proxy: who says so is guessing
    ],
)
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_wrong_passwords_count_against_the_browser_that_the_proxy_names(
    engine: Engine,
    ada_office: int,
    tmp_path: Path,
    hosts: tuple[str, ...],
    guesser: str,
    statuses: dict[str, int],
) -> None:
    for number in range(signing.WRONG_FROM_ADDRESS):
        with db.transaction(engine) as session:
            people.attempt(session, f"nobody{number}@example.org", guesser, dt.datetime.now(dt.UTC))
    with serving(Settings(tmp_path / "instance", str(engine.url), hosts=hosts)) as port:
        name = hosts[0] if hosts else "localhost"
        for forwarded, status in statuses.items():
            headers = {"Host": name, "X-Forwarded-For": forwarded, "X-Forwarded-Proto": "https"}
            assert sign_in(port, headers) == status, forwarded
