"""What in a Point is the ask, beside what leads to it."""

from correspondence.understanding.sentences import read_sentences


def ask_of(text: str) -> str:
    """A Point's text from its first ask to its last, with what the first refers to; all where none is."""
    sentences = read_sentences(text)
    asking = [number for number, sentence in enumerate(sentences) if sentence.ask]
    if not asking:
        return text
    first = asking[0]
    while first:
        this, before = sentences[first], sentences[first - 1]
        if not (this.leans or before.strong or this.stems & before.stems):
            break
        first -= 1
    return text[sentences[first].start : sentences[asking[-1]].end]
