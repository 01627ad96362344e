"""Set up and run Correspondence. Needs nothing but Python 3.11 or newer.

    python3 start.py             set up, if need be, and serve the pages on this machine
    python3 start.py test        set up and run every check and test
    python3 start.py ANYTHING    the command line, such as: python3 start.py bank list

Windows: py start.py. An old Python must be able to read this file, to say that it is too old.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "stamp"
LOG = VENV / "install.log"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
MEGABYTES_NEEDED = {"": 400, "dev": 900}


class Trouble(Exception):
    """Why it cannot go on, as a sentence."""


def main(arguments: "list[str]") -> int:
    if sys.version_info < OLDEST:
        return say(f"Correspondence needs Python 3.11 or newer; this one is {sys.version.split()[0]}.")
    try:
        if arguments == ["test"]:
            set_up("dev")
            return test()
        set_up("")
    except Trouble as trouble:
        return say(str(trouble))
    except OSError as error:
        return say(reason(str(error)) or f"The set-up could not go on: {error}.")
    except KeyboardInterrupt:
        return say("Stopped.")
    return run([str(PYTHON), "-m", "correspondence", *(arguments or ["serve"])])


def say(sentence: str) -> int:
    """Tell the person at the terminal, and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return 1


def set_up(extra: str) -> None:
    """Make the virtual environment and install into it what is pinned, unless that has been done."""
    wanted = stamp()
    done = read_stamp()
    if done.startswith(wanted) and (not extra or done.endswith(extra)) and PYTHON.exists():
        return
    say("Setting up. This takes a minute or two, the first time only.")
    check_room(MEGABYTES_NEEDED[extra])
    if not usable(done, wanted):
        make_environment()
    install(extra)
    quietly([str(PYTHON), "-m", "compileall", "-q", str(HERE / "correspondence")])  # for quick starts
    STAMP.write_text(wanted + extra)


def usable(done: str, wanted: str) -> bool:
    """Whether there is an environment to install into: one this Python made, or any sound one not stamped."""
    if done or not PYTHON.exists():
        return PYTHON.exists() and done[:16] == wanted[:16]
    sound = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return quietly([str(PYTHON), "-c", sound]).returncode == 0


def stamp() -> str:
    """What the environment was made of: this Python, then what is to be installed where."""
    python = hashlib.sha256((sys.version + sys.executable).encode()).hexdigest()[:16]
    wanted = hashlib.sha256(str(HERE).encode())
    for name in ("pyproject.toml", "constraints.txt"):
        wanted.update((HERE / name).read_bytes())
    return python + wanted.hexdigest()


def read_stamp() -> str:
    try:
        return STAMP.read_text()
    except OSError:
        return ""


def check_room(megabytes: int) -> None:
    if shutil.disk_usage(HERE).free < megabytes * 1000 * 1000:
        raise Trouble(f"The disk is full: setting up needs {megabytes} MB in {HERE}.")


def make_environment() -> None:
    """A fresh virtual environment. Ours is marked, so that nobody else's folder is ever removed."""
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists():
        raise Trouble(f"There is something else at {VENV}. Move it away and try again.")
    made = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        if "ensurepip" in made.stdout or "No module named venv" in made.stdout:
            raise Trouble(
                "This Python lacks its venv module. On Debian or Ubuntu: sudo apt install python3-venv"
            )
        raise Trouble(reason(made.stdout) or f"The virtual environment could not be made in {VENV}.")


def install(extra: str) -> None:
    uv = shutil.which("uv")
    installer = (
        [uv, "pip", "install", "--python", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip", "install"]
    )
    options = ["--quiet", "-c", str(HERE / "constraints.txt")]
    options += ["--compile-bytecode"] if uv else ["--disable-pip-version-check", "--no-input"]
    installed = quietly([*installer, *options, "-e", f"{HERE}[{extra}]" if extra else str(HERE)])
    if installed.returncode:
        LOG.write_text(installed.stdout, encoding="utf-8")
        raise Trouble(
            reason(installed.stdout) or f"The installation did not succeed; what it said is in {LOG}."
        )


def reason(said: str) -> str:
    """The sentence for what an installer printed, where it is something a person can mend."""
    for words, sentence in (
        ("No space left", "The disk is full. Make room on it and try again."),
        ("Permission denied", f"There is no permission to write in {HERE}."),
        ("Failed to establish a new connection", NO_NETWORK),
        ("Name or service not known", NO_NETWORK),
        ("name resolution", NO_NETWORK),
        ("getaddrinfo failed", NO_NETWORK),
        ("Connection refused", NO_NETWORK),
        ("Failed to fetch", NO_NETWORK),
        ("dns error", NO_NETWORK),
        ("Retrying (Retry", NO_NETWORK),
    ):
        if words.lower() in said.lower():
            return sentence
    return ""


NO_NETWORK = "The package index cannot be reached. The first start needs a network; later ones do not."


def quietly(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    """Run a program and keep what it prints."""
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )


def run(command: "list[str]") -> int:
    """Run a program in this one's place, or as near to that as the system knows."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)  # noqa: S606  no shell is what is wanted
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 1


def test() -> int:
    """Every check in turn, the tests last; all are run, whatever the first ones find.

    What Python compiles is kept: the tests start many a program, and each would compile all of it again.
    """
    failed: list[str] = []
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name, module in (
        ("ruff check", ["ruff", "check"]),
        ("ruff format", ["ruff", "format", "--check"]),
        ("mypy", ["mypy"]),
        ("pytest", ["pytest", "-n", "2"]),
    ):
        if name == "pytest" and failed:
            print("== failed so far: " + ", ".join(failed), flush=True)
        print("== " + name, flush=True)
        if subprocess.call([str(PYTHON), "-m", *module], cwd=str(HERE), env=environ):
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
