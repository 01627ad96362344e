"""The shipped model made quick: its matrices are multiplied in 8 bits, not only stored in them.

Its file holds int8 weights that are turned into floats before anything is multiplied. ONNX Runtime has an
operator that rounds the other factor to 8 bits as well, by the range it has in each text, and multiplies
integers. So each MatMul(x, Mul(Cast(weights), scale)) becomes one DynamicQuantizeMatMul(x, weights, scale),
with what was trained for a matrix added to it. Nothing else is touched. ONNX files are Protocol Buffers; the
numbers below are onnx.proto's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from correspondence.matching.head import Addition

GRAPH, OPSETS, NODE, STORED = 7, 8, 1, 5  # of a model, and of its graph
INPUT, OUTPUT, KIND, DOMAIN = 1, 2, 4, 7  # of a node
NAME, VERSION = 1, 2  # of a set of operators
LABEL, RAW = 8, 9  # of a stored tensor
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


@dataclass(frozen=True)
class _Product:
    """A MatMul with stored weights: the names of its other factor, of the weights and of their scale."""

    output: bytes
    factor: bytes
    weights: bytes
    scale: bytes

    def written(self) -> bytes:
        """The node that does the same in integers."""
        inputs = [(INPUT, name) for name in (self.factor, self.weights, self.scale)]
        kind: list[Field] = [(OUTPUT, self.output), (KIND, b"DynamicQuantizeMatMul"), (DOMAIN, CONTRIB)]
        return _written([*inputs, *kind])


def in_integers(model: bytes, additions: Mapping[int, Addition] | None = None) -> bytes:
    """The bytes of the same ONNX model, with such products in integers.

    additions: to their matrices, by their place among the products. ValueError if it is no such file, or
    they do not fit it.
    """
    fields = []
    for number, value in _read(model):
        if number == GRAPH and isinstance(value, bytes):
            value = _graph(value, additions or {})
        fields.append((number, value))
    return _written([*fields, (OPSETS, _written([(NAME, CONTRIB), (VERSION, 1)]))])


def _graph(content: bytes, additions: Mapping[int, Addition]) -> bytes:
    fields = list(_read(content))
    nodes = [_Node.of(value) for number, value in fields if number == NODE and isinstance(value, bytes)]
    made_by = {output: node for node in nodes for output in node.outputs}
    products = [_product(node, made_by) for node in nodes]
    stored = {
        _label(value): value for number, value in fields if number == STORED and isinstance(value, bytes)
    }
    _add([product for product in products if product], additions, stored)
    order = iter(products)
    changed: list[Field] = []
    for number, value in fields:
        if number == NODE:
            product = next(order)
            value = product.written() if product else value
        elif number == STORED and isinstance(value, bytes):
            value = stored[_label(value)]
        changed.append((number, value))
    return _written(changed)


def _product(node: _Node, made_by: dict[bytes, _Node]) -> _Product | None:
    if node.kind != b"MatMul":
        return None
    scaled = made_by.get(node.inputs[1])
    if scaled is None or scaled.kind != b"Mul":
        return None
    cast = made_by.get(scaled.inputs[0])
    if cast is None or cast.kind != b"Cast" or cast.inputs[0] in made_by or scaled.inputs[1] in made_by:
        return None
    return _Product(node.outputs[0], node.inputs[0], cast.inputs[0], scaled.inputs[1])


def _add(products: list[_Product], additions: Mapping[int, Addition], stored: dict[bytes, bytes]) -> None:
    """Change the stored matrices: int8 again, each column by a scale of its own."""
    for place, addition in additions.items():
        if place >= len(products):
            raise ValueError("additions to matrices that the model does not have")
        product, gained = products[place], addition.down @ addition.up
        weights = np.frombuffer(_raw(stored[product.weights]), dtype=np.int8)
        scale = np.frombuffer(_raw(stored[product.scale]), dtype="<f4")
        if (weights.size, scale.size) != (gained.size, gained.shape[1]):
            raise ValueError("additions that do not fit the model's matrices")
        whole = weights.reshape(gained.shape) * scale + gained
        scale = (np.abs(whole).max(axis=0) / 127).astype("<f4")
        rounded = np.rint(whole / np.where(scale > 0, scale, 1)).astype(np.int8)
        stored[product.weights] = _with_raw(stored[product.weights], rounded.tobytes())
        stored[product.scale] = _with_raw(stored[product.scale], scale.tobytes())


def _label(tensor: bytes) -> bytes:
    return b"".join(value for number, value in _read(tensor) if number == LABEL and isinstance(value, bytes))


def _raw(tensor: bytes) -> bytes:
    return b"".join(value for number, value in _read(tensor) if number == RAW and isinstance(value, bytes))


def _with_raw(tensor: bytes, raw: bytes) -> bytes:
    return _written((number, raw if number == RAW else value) for number, value in _read(tensor))


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
