"""A sentence encoder of a few kilobytes, written out byte by byte: no package is needed to make it.

Each token has a random vector of its own. The format is ONNX's, which is Google's Protocol Buffers.
"""

import numpy as np

TOKENS = 30_522  # as many as the shipped tokenizer knows
FLOAT, INT64 = 1, 7


def tiny_model(width: int, pooled: bool = False, same: bool = False) -> bytes:
    """Its file. pooled: whether it makes one vector of each text itself. same: all tokens are alike."""
    table = np.random.default_rng(1).normal(size=(TOKENS, width)).astype(np.float32)
    if same:
        table[:] = 1
    output = "sentence_embedding" if pooled else "last_hidden_state"
    nodes = [_node("Gather", ["table", "input_ids"], "states")]
    nodes += [_node("ReduceMean", ["states", "axis"], "pooled")] if pooled else []
    nodes += [_node("Identity", ["pooled" if pooled else "states"], output)]
    axis = np.array([1], dtype=np.int64)
    graph = b"".join(_field(1, node) for node in nodes)
    graph += _field(2, b"tiny")
    graph += _field(5, _tensor("table", FLOAT, table)) + _field(5, _tensor("axis", INT64, axis))
    graph += _field(11, _value("input_ids", INT64)) + _field(11, _value("attention_mask", INT64))
    graph += _field(12, _value(output, FLOAT))
    return _number(1, 8) + _field(7, graph) + _field(8, _number(2, 18))


def _node(kind: str, inputs: list[str], output: str) -> bytes:

    return (
        b"".join(_field(1, name.encode()) for name in inputs)
        + _field(2, output.encode())
        + _field(4, kind.encode())
    )


def _tensor(name: str, kind: int, values: np.ndarray) -> bytes:
    shape = b"".join(_number(1, size) for size in values.shape)
    return shape + _number(2, kind) + _field(8, name.encode()) + _field(9, values.tobytes())


def _value(name: str, kind: int) -> bytes:
    """An input or output of any shape."""
    return _field(1, name.encode()) + _field(2, _field(1, _number(1, kind)))


def _number(tag: int, value: int) -> bytes:
    return _varint(tag << 3) + _varint(value)


def _field(tag: int, content: bytes) -> bytes:
    return _varint(tag << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    head, rest = value & 0x7F, value >> 7
    return bytes([head | 0x80]) + _varint(rest) if rest else bytes([head])
