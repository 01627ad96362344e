"""Outlook messages made in code: a compound file ([MS-CFB]) of properties ([MS-OXMSG])."""

import datetime as dt
import struct

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
Value = str | bytes | int | dt.datetime
Tree = dict[str, "bytes | Tree"]


def msg(properties: dict[int, Value], *attached: dict[int, Value]) -> bytes:
    """A message with these properties, by their number, and those of each attachment."""
    tree = _storage(properties, struct.pack("<8x4I8x", 0, 0, 0, len(attached)))
    for number, given in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = _storage(given, bytes(8))
    return _compound(tree)


def _storage(properties: dict[int, Value], head: bytes) -> Tree:
    tree: Tree = {}
    rows = b""
    for number, value in properties.items():
        if isinstance(value, dt.datetime):
            ticks = (value - _EPOCH) // dt.timedelta(microseconds=1) * 10
            rows += struct.pack("<HHIQ", 0x0040, number, 6, ticks)
        elif isinstance(value, int):
            rows += struct.pack("<HHIIxxxx", 0x0003, number, 6, value)
        else:
            kind, data = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
            size = len(data) + (2 if kind == 0x001F else 0)
            rows += struct.pack("<HHIIxxxx", kind, number, 6, size)
            tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
    tree["__properties_version1.0"] = head + rows
    return tree


class _Entries:
    """Rows of the directory in the making, with the small streams together and each large one."""

    def __init__(self) -> None:
        self.rows: list[list[int | str | bytes]] = []  # name, type, right, child, data
        self.small = b""
        self.starts: dict[int, int] = {}

    def add(self, name: str, content: "bytes | Tree", kind: int) -> int:
        at = len(self.rows)
        data = content if isinstance(content, bytes) else b""
        self.rows.append([name, kind, _NONE, _NONE, data])
        if isinstance(content, dict):
            before = -1
            for below, inner in sorted(content.items(), key=lambda item: (len(item[0]), item[0])):
                child = self.add(below, inner, 1 if isinstance(inner, dict) else 2)
                if before < 0:
                    self.rows[at][3] = child
                else:
                    self.rows[before][2] = child
                before = child
        elif len(data) < _CUTOFF:
            self.starts[at] = len(self.small) // _SMALL
            self.small += _padded(data, _SMALL)
        return at


def _compound(tree: Tree) -> bytes:
    entries = _Entries()
    entries.add("Root Entry", tree, 5)
    small_fat: list[int] = []
    for at in sorted(entries.starts):
        small_fat += _chain(len(small_fat), len(_padded(entries.rows[at][4], _SMALL)) // _SMALL)
    large = {at: row[4] for at, row in enumerate(entries.rows) if len(row[4]) >= _CUTOFF and row[1] == 2}  # type: ignore[arg-type]
    parts = [
        bytes(128 * -(-len(entries.rows) // 4) * 4),
        struct.pack(f"<{len(small_fat)}I", *small_fat),
        entries.small,
    ]
    parts += list(large.values())  # type: ignore[arg-type]
    sizes = [len(_padded(part, _SECTOR, fill=b"\xff")) // _SECTOR for part in parts]
    tables = 1
    while tables * 128 < tables + sum(sizes):
        tables += 1
    fat, firsts = [_FAT] * tables, []
    for size in sizes:
        firsts.append(len(fat) if size else _END)
        fat += _chain(len(fat), size)
    fat += [_FREE] * (tables * 128 - len(fat))
    starts = {**entries.starts, **dict(zip(large, firsts[3:], strict=True))}
    parts[0] = b"".join(
        _row(at, row, starts, firsts[2], len(entries.small)) for at, row in enumerate(entries.rows)
    )
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables,
        firsts[0], 0, _CUTOFF, firsts[1], sizes[1], _END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *range(tables), *([_FREE] * (109 - tables)))
    body = [_padded(part, _SECTOR, fill=b"\xff" if place == 1 else b"\0") for place, part in enumerate(parts)]
    return head + struct.pack(f"<{len(fat)}I", *fat) + b"".join(body)


def _row(at: int, row: list[int | str | bytes], starts: dict[int, int], small: int, length: int) -> bytes:
    name, kind, right, child, data = row
    written = str(name).encode("utf-16-le") + b"\0\0"
    start, size = (small, length) if at == 0 else (starts.get(at, 0), len(data))  # type: ignore[arg-type]
    return struct.pack(
        "<64sHBBIII16xI16xIQ", written, len(written), kind, 1, _NONE, right, child, 0, start, size
    )


def _chain(first: int, length: int) -> list[int]:
    return [*range(first + 1, first + length), _END] if length else []


def _padded(data: object, size: int, fill: bytes = b"\0") -> bytes:
    assert isinstance(data, bytes)
    return data + fill * (-len(data) % size)
