"""The house rules: order of imports, sizes, words left out, pins, licences, models equal migrations."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence.cli import root
from correspondence.config import CHECKOUT, data_folder
from correspondence.db import migrate, migrating, revision, revisions
from correspondence.models import Base, Topic

PACKAGE = CHECKOUT / "correspondence"
MODULES = sorted(PACKAGE.rglob("*.py"))
PYTHON = [*MODULES, *sorted((CHECKOUT / "tests").rglob("*.py")), CHECKOUT / "start.py"]

# Data flows down; a part imports only from lines above its own, or from its own part.
ORDER = (
    "errors config text fields days",
    "models",
    "db audit jobs",
    "intake",
    "figures",
    "harvest",
    "understanding",
    "campaigns",
    "matching",
    "drafting",
    "export",
    "bank",
    "inbox",
    "desk",
    "people",
    "samples",
    "house",
    "worker",
    "cli",
    "web",
)
PLACE = {part: place for place, line in enumerate(ORDER) for part in line.split()}
STEPS = "intake figures harvest understanding campaigns matching drafting export".split()
MAY_IMPORT = {("cli", "web"), ("db", "errors")}  # `serve` starts the pages
# The two that read what an office has: its bank, and what its choices teach.
READERS = [PACKAGE / "matching" / name for name in ("index", "choices.py")]
MADE = set(".venv .git instance __pycache__ .hypothesis .mypy_cache .pytest_cache .ruff_cache".split())
LONGEST_FUNCTION = 40
LONGEST_FILE = 300


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    """The full names of all that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: say where from, in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def wrong_imports(file: Path) -> list[str]:
    here = part_of(file)
    ours = {name.split(".")[1] for name in imports_of(file) if name.startswith("correspondence.")}
    if here in ("__init__", "__main__"):
        return []
    return [
        f"{here} imports {there}" for there in ours if (here, there) not in MAY_IMPORT and below(here, there)
    ]


def below(here: str, there: str) -> bool:
    assert here in PLACE, f"{here} has no place in the order"
    return there != here and PLACE.get(there, len(ORDER)) > PLACE[here]


def test_imports_point_up() -> None:
    assert [wrong for file in MODULES for wrong in wrong_imports(file)] == []


def test_the_rule_on_imports_can_fail() -> None:
    assert below("matching", "desk")
    assert not below("desk", "matching")


def shell_in(file: Path) -> list[str]:
    """What a step imports or calls that only a shell may."""
    barred = ["flask", "flask_wtf", "wtforms", "click", "os.environ", "os.getenv", "time.time"]
    if not {file, file.parent} & set(READERS):
        barred += [
            "correspondence.db",
            "correspondence.config",
            "sqlalchemy.orm.Session",
            "sqlalchemy.select",
        ]
    found = [name for name in imports_of(file) if any(f"{name}.".startswith(f"{bar}.") for bar in barred)]
    return found + re.findall(
        r"\b(?:datetime|date)\.(?:now|utcnow|today)\(", file.read_text(encoding="utf-8")
    )


def test_a_step_knows_no_shell_no_clock_and_no_session() -> None:
    found = {str(file): shell_in(file) for file in MODULES if part_of(file) in STEPS}
    assert {file: names for file, names in found.items() if names} == {}


def long_functions(source: str) -> list[str]:
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]


def test_files_and_functions_stay_small() -> None:
    sources = {str(file): file.read_text(encoding="utf-8") for file in PYTHON}
    assert [file for file, source in sources.items() if source.count("\n") > LONGEST_FILE] == []
    assert [f"{file} {name}" for file, source in sources.items() for name in long_functions(source)] == []


def test_only_the_shells_commit() -> None:
    committing = [file for file in MODULES if re.search(r"\.commit\(", file.read_text(encoding="utf-8"))]
    assert {part_of(file) for file in committing} <= {"cli", "web", "worker"}


def test_nothing_is_executed_or_trusted_as_markup() -> None:
    barred = re.compile(r"\bMarkup\(|\|\s*safe\b|\bprint\(|\beval\(|\bexec\(|\bpickle\b")
    files = [*MODULES, *data_folder("templates").rglob("*.html")]
    found = {file for file in files if barred.search(file.read_text(encoding="utf-8"))}
    assert found <= {PACKAGE / "web" / "show.py"}  # our own drawings, with all else in them escaped


def test_no_drawer_for_everything() -> None:
    names = {file.stem for file in MODULES} | {
        folder.name for folder in PACKAGE.rglob("*") if folder.is_dir()
    }
    assert names.isdisjoint({"helpers", "utils", "util", "services", "common", "misc", "managers"})


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return [file for file in CHECKOUT.rglob("*") if not MADE & set(file.parts)]
    return [CHECKOUT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_path_or_host_of_somebody_s_machine_is_in_the_files() -> None:
    barred = re.compile(rb"/(?:home|Users|root|work)/[a-z]|--(?:extra-)?index-url|(?:C|D):\\Users")
    found = []
    for file in tracked():
        if file.is_file() and file != Path(__file__) and (match := barred.search(file.read_bytes())):
            found.append(f"{file.relative_to(CHECKOUT)}: {match.group()!r}")
    assert found == []


def pinned() -> dict[str, str]:
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    return dict(re.match(r"([\w.-]+)==([^\s;]+)", line).groups() for line in lines)  # type: ignore[union-attr,misc]


def wanted(*parts: str) -> set[str]:
    """The names of what pyproject.toml asks for."""
    import tomllib

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + [
        name for part in parts for name in project["optional-dependencies"][part]
    ]
    return {re.match(r"[\w-]+", name).group().lower() for name in asked}  # type: ignore[union-attr]


def test_all_that_is_installed_is_pinned() -> None:
    assert wanted("dev", "postgres") - {name.lower() for name in pinned()} == set()


def test_no_licence_of_the_runtime_binds_the_office() -> None:
    """GPL and AGPL nowhere; LGPL only in psycopg, which is used unchanged and is optional."""
    ran = subprocess.run(
        [sys.executable, "-m", "piplicenses", "--format=json", "--from=all", "--packages", *runtime()],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout)
    assert len(found) > 20
    text = {each["Name"].lower(): " ".join(map(str, each.values())) for each in found}
    bound = {name for name, said in text.items() if re.search(r"GPL|GNU", said)}
    assert bound <= {"psycopg", "psycopg-binary"}


def runtime() -> list[str]:
    """The names of all that the runtime needs, with what that needs in turn."""
    from importlib.metadata import PackageNotFoundError, requires

    found: set[str] = set()
    todo = [*wanted("postgres")]
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in found:
            continue
        try:
            needs = requires(name) or []
        except PackageNotFoundError:  # for another system
            continue
        found.add(name)
        todo += [re.match(r"[\w.-]+", need).group() for need in needs if "extra ==" not in need]  # type: ignore[union-attr]
    return sorted(found)


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, f"{before}{name} is listed but not there"
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_every_command_is_documented_and_every_documented_one_exists() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Command line")[1].split("\n## ")[0]
    documented = re.findall(r"^\| `([a-z]+(?: [a-z]+)?)(?=[ `])", section, flags=re.MULTILINE)
    assert sorted(documented) == sorted(commands(root))


def test_every_setting_is_documented() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    used = re.findall(r"CORRESPONDENCE_[A-Z_]+", (PACKAGE / "config.py").read_text(encoding="utf-8"))
    assert [name for name in used if f"| `{name}` |" not in readme] == []


def differences(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, Base.metadata))


def test_models_equal_migrations(engine: Engine) -> None:
    assert differences(engine) == []


def test_the_program_knows_its_newest_revision_without_alembic() -> None:
    assert ScriptDirectory(str(data_folder("migrations"))).get_current_head() == revisions()[-1]


def test_every_migration_goes_down_and_up_again_with_rows_in_it(engine: Engine, session: Session) -> None:
    session.add(Topic(name="Calais"))
    session.commit()
    session.close()
    for older in [*reversed(revisions()[:-1]), "base"]:
        with migrating(engine) as connection:
            migrate(connection, older)
    assert revision(engine) is None
    with migrating(engine) as connection:
        migrate(connection)
    assert revision(engine) == revisions()[-1]
    assert differences(engine) == []
    with engine.connect() as connection:
        assert connection.execute(select(Topic)).all() == []
