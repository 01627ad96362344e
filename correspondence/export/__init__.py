"""A Draft in, what can be posted out: a Word letter, an e-mail to send, plain text to copy."""

from correspondence.export.letter import letter
from correspondence.export.plain import mail, plain

__all__ = ["letter", "mail", "plain"]
