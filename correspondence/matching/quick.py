"""The shipped model made quick: its matrices are multiplied in 8 bits, not only stored in them.

Its file holds int8 weights that are turned into floats before anything is multiplied. ONNX Runtime has an
operator that rounds the other factor to 8 bits as well, by the range it has in each text, and multiplies
integers. So each MatMul(x, Mul(Cast(weights), scale)) becomes one DynamicQuantizeMatMul(x, weights, scale).
Nothing else is touched. ONNX files are Protocol Buffers; the numbers below are onnx.proto's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

GRAPH, OPSETS, NODE = 7, 8, 1  # of a model, and of its graph
INPUT, OUTPUT, KIND, DOMAIN = 1, 2, 4, 7  # of a node
NAME, VERSION = 1, 2  # of a set of operators
CONTRIB = b"com.microsoft"
VARINT, BYTES = 0, 2  # how a field is written; the others are not met here

Field = tuple[int, int | bytes]


@dataclass(frozen=True)
class _Node:
    kind: bytes
    inputs: list[bytes]
    outputs: list[bytes]

    @classmethod
    def of(cls, content: bytes) -> Self:
        found: dict[int, list[bytes]] = {INPUT: [], OUTPUT: [], KIND: []}
        for number, value in _read(content):
            if number in found and isinstance(value, bytes):
                found[number].append(value)
        return cls(b"".join(found[KIND]), found[INPUT], found[OUTPUT])


def in_integers(model: bytes) -> bytes:
    """The bytes of the same ONNX model, with such products in integers. ValueError if it is no such file."""
    fields = []
    for number, value in _read(model):
        if number == GRAPH and isinstance(value, bytes):
            value = _graph(value)
        fields.append((number, value))
    return _written([*fields, (OPSETS, _written([(NAME, CONTRIB), (VERSION, 1)]))])


def _graph(content: bytes) -> bytes:
    fields = list(_read(content))
    nodes = [_Node.of(value) for number, value in fields if number == NODE and isinstance(value, bytes)]
    made_by = {output: node for node in nodes for output in node.outputs}
    order = iter(nodes)
    changed: list[Field] = []
    for number, value in fields:
        whole = _in_integers(next(order), made_by) if number == NODE else None
        changed.append((number, whole or value))
    return _written(changed)


def _in_integers(node: _Node, made_by: dict[bytes, _Node]) -> bytes | None:
    """The node that does the same in integers; None where it is no product with stored weights."""
    if node.kind != b"MatMul":
        return None
    scaled = made_by.get(node.inputs[1])
    if scaled is None or scaled.kind != b"Mul":
        return None
    cast = made_by.get(scaled.inputs[0])
    if cast is None or cast.kind != b"Cast" or cast.inputs[0] in made_by or scaled.inputs[1] in made_by:
        return None
    inputs = [node.inputs[0], cast.inputs[0], scaled.inputs[1]]
    return _written(
        [
            *((INPUT, name) for name in inputs),
            (OUTPUT, node.outputs[0]),
            (KIND, b"DynamicQuantizeMatMul"),
            (DOMAIN, CONTRIB),
        ]
    )


def _read(content: bytes) -> Iterator[Field]:
    place = 0
    while place < len(content):
        tag, place = _number(content, place)
        value, place = _number(content, place)
        if tag & 7 == VARINT:
            yield tag >> 3, value
        elif tag & 7 == BYTES and place + value <= len(content):
            yield tag >> 3, content[place : place + value]
            place += value
        else:
            raise ValueError("not an ONNX model")


def _number(content: bytes, place: int) -> tuple[int, int]:
    """A number written seven bits to a byte, the lowest first, and the place behind it."""
    number = shift = 0
    while place < len(content):
        byte = content[place]
        place += 1
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return number, place
    raise ValueError("not an ONNX model")


def _written(fields: Iterable[Field]) -> bytes:
    parts = []
    for number, value in fields:
        if isinstance(value, int):
            parts += [_varint(number << 3 | VARINT), _varint(value)]
        else:
            parts += [_varint(number << 3 | BYTES), _varint(len(value)), value]
    return b"".join(parts)


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
