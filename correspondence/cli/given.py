"""The files a command is given: by name, all of a folder, or all of a zip archive."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from correspondence.cli.frame import Answer, read_file, say
from correspondence.db import told_plainly
from correspondence.errors import Refused
from correspondence.intake import archive

OFTEN = 50  # files between two words on how far it is

Reader = Callable[[], bytes]


def each(paths: Iterable[Path], do: Callable[[Path, bytes], Answer]) -> tuple[list[Answer], list[Answer]]:
    """`do` each file; what is refused is kept apart as {file, why}, and the others still go in.

    Says on stderr how far it is, and how many files of the system were passed over.
    """
    done: list[Answer] = []
    refused: list[Answer] = []
    passed_over = 0
    for file, read in _within(paths):
        if read is None:
            passed_over += 1
            continue
        try:
            with told_plainly():
                done.append(do(file, read()))
        except Refused as refusal:
            refused.append({"file": str(file), "why": str(refusal)})
        if not (count := len(done) + len(refused)) % OFTEN:
            say(f"{count:,} files so far, {len(refused):,} of them refused.")
    if passed_over:
        say(f"Passed over: {passed_over:,} that Windows, macOS or Word put beside the files.")
    return done, refused


def _within(paths: Iterable[Path]) -> Iterator[tuple[Path, Reader | None]]:
    """Each file and how to read it, None for one of the system. What was named itself is always read."""
    for path in paths:
        if not path.is_dir():
            yield from _opened(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for file in sorted(Path(folder, name) for name in names):
                if archive.is_of_the_system(str(file.relative_to(path))):
                    yield file, None
                else:
                    yield from _opened(file)


def _opened(path: Path) -> Iterator[tuple[Path, Reader | None]]:
    """A file, or each that is in it where it is an archive."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError):
        yield path, partial(read_file, path)  # says what is wrong
        return
    with stream:
        if not archive.is_archive(path.name, stream):
            yield path, partial(read_file, path)
            return
        try:
            for found in archive.unpack(stream):
                of_the_system = archive.is_of_the_system(found.name)
                yield path / found.name, None if of_the_system else partial(_data, found)
        except Refused as refusal:
            yield path, partial(_data, archive.Found(path.name, why=str(refusal)))


def _data(found: archive.Found) -> bytes:
    if found.why:
        raise Refused(found.why)
    return found.data
