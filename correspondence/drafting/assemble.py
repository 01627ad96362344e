"""Answers -> a Draft: which paragraphs, in which order, nothing twice, nobody else's words."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from correspondence.days import uk_day
from correspondence.drafting.courtesy import courtesy, thanks_again
from correspondence.drafting.greeting import salutation, sign_off
from correspondence.harvest.likeness import likeness, runs
from correspondence.matching.rank import Answer, Match
from correspondence.models import OFFICE, Block, Draft, Message, Paragraph, Point
from correspondence.text import one_line

GAP = 1024  # between the positions of two Blocks, so that one can be put between
SECOND = 0.92  # a second paragraph for a point: as good as the first, or nearly
BESIDE = {"yes": 0.9, "perhaps": 0.97}  # ours, where somebody else's words match better
SAME = 0.7  # of the shorter text's runs of words: a letter with both would say one thing twice
CLEAR = 1.05  # a "perhaps" is used only this far ahead of the next of ours
ALONE, HALF = 1.3, 0.5  # this far ahead of ours, it may also be no more than half as near as another's words

_RE = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


@dataclass
class _Chosen:
    paragraph: Paragraph
    points: list[Point]


def assemble(
    message: Message,
    answers: Sequence[Answer],
    paragraphs: Mapping[int, Paragraph],
    now: dt.datetime,
) -> Draft:
    """The reply to a Message, not yet in a session.

    paragraphs: by id, each that `answers` name and every opening and closing of the bank. Salutation,
    one opening, the paragraphs in the order of the points, one closing, sign-off. A point that nothing
    of ours answers, and casework, gets no Block; a reply without an answer has no closing.
    """
    chosen = choose(answers, paragraphs, uk_day(now))
    texts = [entry.paragraph for entry in chosen]
    answered = [point for entry in chosen for point in entry.points]
    opening = courtesy("opening", paragraphs.values(), _opened(message, answered), texts)
    closing = closing_of(message, texts, paragraphs, thanked=opening is not None)
    greeting = salutation(message.constituent)
    blocks = [Block(kind="salutation", text=greeting)]
    blocks += [block_of(opening, [])] if opening else []
    blocks += [block_of(entry.paragraph, entry.points) for entry in chosen]
    blocks += [block_of(closing, [])] if closing else []
    blocks.append(Block(kind="signoff", text=sign_off(greeting)))
    for place, block in enumerate(blocks, start=1):
        block.position = place * GAP
    return Draft(message=message, subject=subject_of(message), created_at=now, blocks=blocks)


def closing_of(
    message: Message, texts: Sequence[Paragraph], paragraphs: Mapping[int, Paragraph], thanked: bool
) -> Paragraph | None:
    """The bank's closing behind what answers; none behind nothing, for most hope that it was helpful.

    thanked: whether the reply has an opening; where it has none, a closing that thanks "again" comes last.
    """
    if not texts:
        return None
    letter, bank = f"{message.subject}\n\n{message.body}", paragraphs.values()
    once = [paragraph for paragraph in bank if thanked or not thanks_again(paragraph.version.text)]
    return courtesy("closing", once, letter, texts) or courtesy("closing", bank, letter, texts)


def _opened(message: Message, answered: Sequence[Point]) -> str:
    """What an opening may thank for: the letter without the lesser Points left unanswered."""
    body = message.body
    for point in sorted(message.points[1:], key=lambda point: -point.start):
        if point not in answered:
            body = body[: point.start] + body[point.end :]
    return f"{message.subject}\n\n{body}"


def subject_of(message: Message) -> str:
    """The subject of a reply: the letter's own, without "Re:" and "Fwd:"."""
    return _RE.sub("", one_line(message.subject)).strip()


def block_of(paragraph: Paragraph, points: Sequence[Point]) -> Block:
    """A Block that copies the paragraph's newest Version, as the answer to `points` where it may be one."""
    version = paragraph.version
    block = Block(kind=paragraph.kind, text=version.text, source_version=version)
    block.points = list(points) if block.may_answer else []
    return block


def choose(answers: Sequence[Answer], paragraphs: Mapping[int, Paragraph], today: dt.date) -> list[_Chosen]:
    """The paragraphs that answer, in the order of their points; one that answers two points comes once."""
    chosen: list[_Chosen] = []
    for answer in sorted(answers, key=lambda answer: answer.point.position):
        for paragraph in in_source_order(picked(answer, paragraphs, today)):
            placed = next((entry for entry in chosen if _says_the_same(entry.paragraph, paragraph)), None)
            if placed is None:
                chosen.append(_Chosen(paragraph, [answer.point]))
            elif answer.point not in placed.points:
                placed.points.append(answer.point)
    return chosen


def picked(answer: Answer, paragraphs: Mapping[int, Paragraph], today: dt.date) -> list[Paragraph]:
    """The one or two paragraphs of ours that answer a point; none where that is not sure.

    The second is never stale: beside an answer it would only set old figures against new ones.
    """
    if answer.answered == "no" or answer.point.kind == "casework":
        return []
    ours = [match for match in answer.matches if is_ours(paragraphs.get(match.paragraph_id))]
    if not ours or not _is_sure(answer, ours):
        return []
    close = [match for match in ours[1:2] if match.score >= SECOND * ours[0].score]
    first, *second = (paragraphs[match.paragraph_id] for match in [ours[0], *close])
    if answer.answered != "yes" or any(_is_stale(paragraph, today) for paragraph in second):
        return [first]
    return [first, *second]


def is_ours(paragraph: Paragraph | None) -> bool:
    """Whether a paragraph may be put into a reply without a person choosing it: our words, on a subject."""
    return (
        paragraph is not None
        and paragraph.state != "retired"
        and paragraph.kind not in ("opening", "closing")
        and paragraph.version.voice == OFFICE
    )


def _is_sure(answer: Answer, ours: Sequence[Match]) -> bool:
    """Whether the first of ours answers: beside the best, or alone among ours; a "perhaps" stands out.

    Somebody else's words on a point that is answered tell that the bank speaks of it. Where one paragraph
    of ours is far ahead of the rest of ours, it is the one that does.
    """
    best, nearest = ours[0].score, max(match.score for match in answer.matches)
    rest = max((match.score for match in ours[1:]), default=0.0)
    if best < BESIDE[answer.answered] * nearest:
        return 0 < ALONE * rest <= best and best >= HALF * nearest
    return answer.answered == "yes" or best >= CLEAR * rest


def _is_stale(paragraph: Paragraph, today: dt.date) -> bool:
    return paragraph.stale_on is not None and paragraph.stale_on <= today


def in_source_order(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, best first, but those of one Source in its own order."""
    first = {paragraph.source_id: place for place, paragraph in reversed(list(enumerate(paragraphs)))}
    return sorted(paragraphs, key=lambda paragraph: (first[paragraph.source_id], paragraph.position))


def _says_the_same(one: Paragraph, other: Paragraph) -> bool:
    return one is other or likeness(runs(one.version.text), runs(other.version.text)) >= SAME
