"""`bank figures`, as people and other programs call it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from correspondence.cli import root
from correspondence.cli.instance import Instance


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An instance with two letters that disagree."""
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setattr(Instance, "work_off", lambda _self: None)
    for name, day, text in (
        ("old", "2021-03-01", "The county has put £25 million into the sea walls."),
        ("new", "2026-02-01", "The county put £30m into sea walls. In all 40% of voters agreed."),
    ):
        (tmp_path / f"{name}.txt").write_text(text)
        run("import", str(tmp_path / f"{name}.txt"), "--date", day)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(root, ["bank", *arguments], prog_name="correspondence")


@pytest.mark.usefixtures("bank")
def test_figures_are_listed_with_those_that_disagree() -> None:
    answer = json.loads(run("figures", "--kind", "numbers", "--json").stdout)["measures"]
    assert [[figure["text"] for figure in entry["figures"]] for entry in answer] == [
        ["£25 million", "£30m"],
        ["40%"],
    ]
    assert [entry["disagrees"] for entry in answer] == [True, False]
    first, second = answer[0]["figures"]
    assert answer[0]["newest"] == second["id"]
    assert (first["value"], first["unit"], first["measure"]) == (25_000_000, "GBP", "sea walls")
    assert (first["as_of"], first["paragraph"], first["drafts"]) == ("2021-03-01", 1, 0)
    assert "more than two years ago" in first["stale"]
    told = run("figures", "sea", "--disagreeing", "--old").stdout
    assert told.startswith("These disagree:")
    assert "£25 million  sea walls  (paragraph 1)" in told
    assert run("figures", "ferry").stdout == "No figure is like this.\n"
    assert run("figures", "--topic", "Ferries").exit_code == 1
