"""Bytes in, a Document out; what cannot be read is refused with a sentence."""
