"""start.py: what goes wrong on a fresh machine is one plain sentence each."""

import ast
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from correspondence.config import CHECKOUT

START = CHECKOUT / "start.py"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what start.py needs, in a folder with a space in its name, and no environment yet."""
    folder = tmp_path / "our letters"
    folder.mkdir()
    for name in ("start.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(CHECKOUT / name, folder)
    return folder


def start(
    folder: Path, *arguments: str, before: str = "", **environ: str
) -> "subprocess.CompletedProcess[str]":
    """Run start.py there; `before` is Python that doctors this machine first."""
    program = (
        f"import sys, runpy; sys.argv = {['start.py', *arguments]!r}; sys.path.insert(0, {str(folder)!r})\n"
        f"{before}\nrunpy.run_path({str(folder / 'start.py')!r}, run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", program], env=os.environ | environ, capture_output=True, text=True, timeout=120
    )


def stand_in(checkout: Path, says: str, code: int) -> None:
    """An environment whose Python is a small program that says something and fails or not."""
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    (checkout / ".venv" / "pyvenv.cfg").touch()
    python.write_text(
        f'#!/bin/sh\ncase "$*" in *"import pip"*) exit 0;; esac\necho "{says} $*"\nexit {code}\n'
    )
    python.chmod(python.stat().st_mode | stat.S_IXUSR)


posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def test_an_old_python_can_read_the_file_and_is_told_so(checkout: Path) -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))
    ran = start(checkout, before="sys.version_info = (3, 9, 2); sys.version = '3.9.2 (main)'")
    assert ran.returncode == 1
    assert ran.stderr == "Correspondence needs Python 3.11 or newer; this one is 3.9.2.\n"


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(START.read_text(encoding="utf-8"))
    names = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def last_line(ran: "subprocess.CompletedProcess[str]") -> str:
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    return ran.stderr.splitlines()[-1]


def test_a_python_without_venv_is_told_what_to_install(checkout: Path) -> None:
    (checkout / "venv.py").write_text("raise ModuleNotFoundError('No module named ensurepip')")
    ran = start(checkout, PYTHONPATH=str(checkout))
    assert last_line(ran) == (
        "This Python lacks its venv module. On Debian or Ubuntu: sudo apt install python3-venv"
    )


def test_a_full_disk_is_said_before_anything_is_made(checkout: Path) -> None:
    ran = start(
        checkout, before="import shutil; shutil.disk_usage = lambda path: shutil._ntuple_diskusage(9, 9, 0)"
    )
    assert last_line(ran).startswith("The disk is full: setting up needs 400 MB in ")
    assert not (checkout / ".venv").exists()


@posix
@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("WARNING: Retrying (Retry(total=4", "The package index cannot be reached."),
        ("error: Failed to fetch", "The package index cannot be reached."),
        ("OSError: [Errno 28] No space left on device", "The disk is full."),
        ("something nobody thought of", "The installation did not succeed; what it said is in "),
    ],
)
def test_a_failed_installation_is_one_sentence(checkout: Path, said: str, sentence: str) -> None:
    stand_in(checkout, said, 1)
    ran = start(checkout, PATH="/usr/bin:/bin")
    assert last_line(ran).startswith(sentence)
    assert not (checkout / ".venv" / "stamp").exists()  # so that the next start tries again


def test_somebody_else_s_folder_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "novel.txt").write_text("Chapter 1")
    assert last_line(start(checkout)).startswith("There is something else at ")
    assert (checkout / ".venv" / "novel.txt").exists()


@posix
def test_a_second_start_installs_nothing_and_hands_on_every_word(checkout: Path) -> None:
    stand_in(checkout, "ran:", 0)
    first = start(checkout, "bank", "import", "a b.txt", PATH="/usr/bin:/bin")
    assert first.returncode == 0
    assert "Setting up" in first.stderr
    second = start(checkout, "bank", "import", "a b.txt", PATH="/usr/bin:/bin")
    assert second.stdout == "ran: -m correspondence bank import a b.txt\n"
    assert second.stderr == ""
    assert start(checkout, PATH="/usr/bin:/bin").stdout == "ran: -m correspondence serve\n"


@posix
def test_new_pins_are_installed_at_the_next_start(checkout: Path) -> None:
    stand_in(checkout, "ran:", 0)
    start(checkout, PATH="/usr/bin:/bin")
    (checkout / "constraints.txt").write_text("alembic==1.21\n")
    assert "Setting up" in start(checkout, PATH="/usr/bin:/bin").stderr


@posix
def test_the_program_is_compiled_once_so_that_later_starts_are_quick(checkout: Path) -> None:
    stand_in(checkout, "ran:", 0)
    python = checkout / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$*" >> "$0.calls"\n')
    start(checkout, PATH="/usr/bin:/bin")
    start(checkout, PATH="/usr/bin:/bin")
    calls = python.with_name("python.calls").read_text()
    assert calls.count(f"-m compileall -q {checkout / 'correspondence'}\n") == 1


@posix
def test_test_names_each_step_and_fails_if_one_does(checkout: Path) -> None:
    stand_in(checkout, "ran:", 0)
    ran = start(checkout, "test", PATH="/usr/bin:/bin")
    assert ran.returncode == 0
    assert [line for line in ran.stdout.splitlines() if line.startswith("== ")] == [
        "== ruff check", "== ruff format", "== mypy", "== pytest",
    ]  # fmt: skip
    assert ran.stdout.splitlines()[-1] == "ran: -m pytest -n 2"
    python = checkout / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "ran: $*"\ncase "$*" in *mypy*) exit 1;; esac\n')
    assert start(checkout, "test", PATH="/usr/bin:/bin").returncode == 1


@posix
def test_what_the_tests_compile_is_kept(checkout: Path) -> None:
    stand_in(checkout, "${PYTHONDONTWRITEBYTECODE:-kept}", 0)
    ran = start(checkout, "test", PATH="/usr/bin:/bin", PYTHONDONTWRITEBYTECODE="1")
    assert "kept -m pytest -n 2" in ran.stdout
