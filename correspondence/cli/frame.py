"""What every command shares: where it works, how it answers, how it refuses.

A command is a function from an `Instance` and its own options to one JSON document:

    @command(bank_group, "list", show=as_lines)
    @click.option("--state")
    def list_(instance: Instance, state: str | None) -> Answer:
        "What the bank holds."            # the help text
        with instance.read() as session:
            return {"paragraphs": [...]}

`show` makes of it the text for a person; with `--json` the document itself goes to stdout. Whatever
stands under "refused" or "quarantined" as {file, why} is said on stderr, and the exit code is 1 (as it is
when `check` answers that not all is "whole"). Raise Refused where nothing at all could be done.
"""

import functools
import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from correspondence.cli.instance import Instance, report
from correspondence.db import told_plainly
from correspondence.errors import Refused

__all__ = ["Answer", "Instance", "command", "main", "read_file", "root", "say"]

Answer = dict[str, Any]
Show = Callable[[Answer], str]
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
REFUSALS = ("refused", "quarantined")
MEGABYTE = 1024 * 1024
LARGEST = 50 * MEGABYTE
WHICH_OFFICE: Decorator = click.option("--office", help="The office to work in, by name.")

# Which modules of this package hold each command; only those of the one asked for are loaded.
COMMANDS = {
    "bank": "bank packs",
    "inbox": "inbox",
    "match": "matching",
    "evaluate": "matching",
    "draft": "desk",
    "serve": "house",
    "worker": "house",
    "office": "house",
    "user": "house",
    "check": "house",
    "backup": "house",
    "restore": "house",
}


class Root(click.Group):
    """The group of all commands."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS:
            for module in COMMANDS[name].split():
                importlib.import_module(f"correspondence.cli.{module}")
        return super().get_command(context, name)


@click.group(cls=Root, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--office", help="The office to work in, by name, where there are several.")
@click.version_option(package_name="correspondence")
@click.pass_context
def root(context: click.Context, office: str | None) -> None:
    """Answers letters to a Member of Parliament from the office's own paragraphs."""
    context.obj = office


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):  # Windows has its own idea; letters hold real dashes
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    root(prog_name="correspondence")


def command(
    group: click.Group, name: str, show: Show, office: Decorator = WHICH_OFFICE
) -> Callable[[Callable[..., Answer]], click.Command]:
    """Register a function as a command of `group`, with `--json` and `--office`."""

    def register(do: Callable[..., Answer]) -> click.Command:
        @group.command(name)
        @click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
        @office
        @click.pass_context
        @functools.wraps(do)
        def run(context: click.Context, /, *, as_json: bool, office: str | None, **given: Any) -> None:
            instance = Instance(office or context.obj, functools.partial(_print, show, as_json))
            answer = _answer(instance, functools.partial(do, instance, **given))
            if not instance.told:
                instance.tell(answer)
            context.exit(1 if _say_refusals(answer) or answer.get("whole") is False else 0)

        return run

    return register


def read_file(file: Path) -> bytes:
    """The bytes of a file; Refused where there is none or it is too large to be read at all."""
    if file.is_dir():
        raise Refused(f"{file.name} is a folder. Name the files in it.")
    try:
        if file.stat().st_size > LARGEST:
            raise Refused(f"{file.name} is larger than {LARGEST // MEGABYTE} MB.")
        return file.read_bytes()
    except FileNotFoundError:
        raise Refused(f"There is no file {file}.") from None
    except (OSError, ValueError):
        raise Refused(f"{file.name} cannot be read.") from None


def say(sentence: str) -> None:
    """Tell the person at the terminal something, on stderr."""
    click.echo(sentence, err=True)


def _answer(instance: Instance, do: Callable[[], Answer]) -> Answer:
    try:
        with told_plainly():
            answer = do()
            instance.work_off()
            return answer
    except Refused as refusal:
        return {"refused": [{"why": str(refusal)}]}
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:  # nobody is served by a stack trace
        return {"refused": [{"why": report(instance.settings, error)}]}
    finally:
        instance.close()


def _print(show: Show, as_json: bool, answer: Answer) -> None:
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    elif (set(answer) - {"refused"}) and (text := show(answer)):
        click.echo(text)


def _say_refusals(answer: Answer) -> bool:
    refusals = [item for key in REFUSALS for item in answer.get(key) or []]
    for item in refusals:
        say(f"{item['file']}: {item['why']}" if "file" in item else item["why"])
    return bool(refusals)
