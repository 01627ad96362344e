"""Other programs, run on bytes that nobody can vouch for: for so long and in so much memory.

Why in a process of its own what is written in C: docs/decisions/004-read-files-in-this-process.md.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

_LIMITED = Path(__file__).with_name("limited.py")


class Stopped(Exception):
    """It took longer than it may."""


def run(command: list[str], given: bytes = b"", *, seconds: int, megabytes: int, folder: str = "") -> bytes:
    """What a program writes to its output, "" where it broke down; it and its children are gone by then.

    seconds: by the clock, and of one core. megabytes: of memory; not counted on Windows. folder: its home and
    where it runs. Raises Stopped when the time is up.
    """
    is_posix = os.name == "posix"
    limited = [sys.executable, "-I", "-S", str(_LIMITED), str(seconds), str(megabytes), *command]
    process = subprocess.Popen(  # noqa: S603 - the program is ours or LibreOffice, never named by a file
        limited if is_posix else command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder or None,
        # Nothing of ours is told to it: the address of the database is in the environment.
        env={"PATH": os.defpath, "HOME": folder or "/nowhere", "LANG": "C.UTF-8"} if is_posix else None,
        start_new_session=is_posix,
    )
    try:
        written, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        raise Stopped from late
    finally:
        _end(process, is_posix)
    return written if process.returncode == 0 else b""


def _end(process: "subprocess.Popen[bytes]", is_posix: bool) -> None:
    """End it and whatever it started."""
    if is_posix:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        stop = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(stop, capture_output=True, check=False)  # noqa: S603
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
