"""The desk: one reply. Each button saves all that was typed, then does what it says."""

from correspondence.web.desk import blocks, out, reply
from correspondence.web.desk.area import bp

__all__ = ["blocks", "bp", "out", "reply"]
