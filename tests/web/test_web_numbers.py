"""A number nobody ever gave out is no row's, however large: never an error of the program."""

from typing import Any

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.routes import routes

LARGE = (str(2**31), str(2**63), "9" * 5_000)


def test_an_address_with_a_number_too_large_leads_nowhere(
    app: Flask, as_ada: Browser, ours: dict[str, int]
) -> None:
    token = as_ada.token()
    for route in routes(app):
        for name, _table in route.ids:
            here = route.path(ours, **{name: 424242})
            for number in LARGE:
                path = here.replace("424242", number)
                answer = as_ada.client.open(path, method=route.method, data={"csrf_token": token})
                assert answer.status_code == 404, str(route)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("imports/{import}/retry", {"file": "{number}"}),
        ("imports/{import}/next?after={number}", None),
        ("dated?about=post&edit=own%20{number}", None),
        ("dated/post/save", {"key": "own {number}", "title": "x", "said": "y", "begins": "2026-01-01"}),
        ("dated/post/take-out", {"key": "own {number}"}),
        ("dated/post/put-back", {"key": "own {number}"}),
        ("paragraphs/{paragraph}/alike/merge", {"other": "{number}"}),
        ("paragraphs/{paragraph}/again", {"version": "{number}", "number": "{number}"}),
        ("paragraphs/{paragraph}/ask-again", {"first": "{number}"}),
        ("paragraphs/{paragraph}/unjoin", {"number": "{number}"}),
        ("paragraphs/{paragraph}/join", {"next": "{number}"}),
        ("paragraphs/{paragraph}?version={number}", None),
        ("sources/{source}/known", {"index": "{number}"}),
        ("sources/{source}/keep", {"index": "{number}"}),
        ("sources/{source}/topics", {"topic": "{number}"}),
        ("topics/{topic}/merge", {"into": "{number}"}),
        ("due/share", {"person": "{number}"}),
        ("due?owner={number}", None),
        ("gaps?points={number}&topic={number}&page={number}", None),
        ("?source={number}&owner={number}&topic={number}&page={number}", None),
        ("add", {"topics": "{number}", "text": "A paragraph."}),
    ],
)
def test_a_field_too_large_is_no_error_of_the_program(
    as_ada: Browser, ours: dict[str, int], path: str, fields: dict[str, str] | None
) -> None:
    for number in LARGE:
        values: dict[str, Any] = {**ours, "number": number}
        if fields is None:
            answer = as_ada.get_raw(f"/bank/{path}".format(**values))
        else:
            sent = {name: value.format(**values) for name, value in fields.items()}
            answer = as_ada.post_raw(f"/bank/{path}".format(**values), sent)
        assert answer.status_code < 500, path
