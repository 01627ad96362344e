"""What a machine cannot run is said in one line; where CI is set, it is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from correspondence.config import CHECKOUT

NEEDS_A_BROWSER = "tests/browser/test_shell.py"
NEEDS_NOTHING = "tests/test_start.py::test_it_needs_nothing_but_the_standard_library"


def run(empty: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run tests where no program can be found, in a process beside the one that reports."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "CI"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "1", NEEDS_NOTHING, NEEDS_A_BROWSER],
        cwd=CHECKOUT,
        env=kept | {"PATH": str(empty)} | environ,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_a_machine_without_chromium_runs_the_rest_and_says_so(tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert ran.returncode == 0, ran.stdout
    lines = ran.stdout.splitlines()
    assert any(line.startswith("not run: ") and "browser tests (install chromium)" in line for line in lines)
    assert lines[-1].startswith("1 passed")


def test_the_machine_that_decides_leaves_nothing_out(tmp_path: Path) -> None:
    ran = run(tmp_path, CI="true")
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert "These cannot run here: browser tests (install chromium), office tests" in ran.stderr
