"""What is made of a bank in the background: vectors, and the segments of a bank too large for memory."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, func, update
from sqlalchemy.orm import Session

from correspondence.db import mine
from correspondence.matching import segments
from correspondence.matching.index import stored
from correspondence.matching.index.now import next_edition
from correspondence.matching.segments import Arrays, Mask, Postings, Standing
from correspondence.matching.semantic import Encoder
from correspondence.models import Paragraph, Segment, Version

IN_MEMORY = 5_000  # Paragraphs: the largest bank that is held in memory whole (docs/matching.md says why)
ENOUGH = 1_000  # changes after which a large bank is settled again
RUN = 16_000  # Paragraphs settled at once: a second or two of work

Loader = Callable[[], Encoder]


@dataclass(frozen=True)
class Later:
    """A step of background work, done but not yet written.

    done: vectors it made. more: whether there is more to do. left: Paragraphs that lack a vector, this
    step's among them; None where that was not counted.
    """

    more: bool
    done: int = 0
    left: int | None = None
    vectors: list[tuple[int, int, bytes]] = field(default_factory=list)  # ids of Version and Paragraph
    model: str = ""
    segment: Segment | None = None
    postings: Postings = field(default_factory=dict)
    there: Sequence[int] = ()  # the segments it was made beside
    instead: Sequence[int] = ()  # and of these, those that it replaces

    def keep(self, session: Session) -> bool:
        """Write what the step made, unless another worker has made the same; whether there is more to do."""
        if self.vectors:
            _keep_vectors(session, self)
        there = [segment.id for segment in stored.segments(session)]
        if self.segment is not None and there == list(self.there):
            stored.remove(session, self.instead)
            stored.add(session, self.segment, self.postings)
        return self.more or settling_due(session)


@dataclass(frozen=True)
class Damage:
    """Ids of Versions with a broken vector, and of segments that were altered."""

    versions: Sequence[int]
    segments: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.versions or self.segments)


def prepare(session: Session, load: Loader, limit: int, count: bool = False) -> Later:
    """Do the next step of work, reading only, so that others may write meanwhile; `Later.keep` writes it.

    A large bank is settled first. Else up to `limit` Paragraphs get the vector they lack, or one of this
    encoder; 16 take about a third of a second. count: whether to count all that lack one.
    """
    if settling_due(session):
        return _settle(session)
    encoder = load()
    rows = _missing(session, encoder.name, limit)
    left = lacking(session, encoder.name) if count else None
    vectors = encoder.encode([text for _, _, text in rows])
    made = [
        (version_id, paragraph_id, vector.tobytes())
        for (version_id, paragraph_id, _), vector in zip(rows, vectors, strict=True)
    ]
    return Later(len(rows) == limit, len(rows), left, made, encoder.name)


def lacking(session: Session, model: str) -> int:
    """How many Paragraphs on offer have no vector of this model."""
    counted = [
        session.scalar(query.with_only_columns(func.count(Version.id))) or 0
        for query in _without(session, model)
    ]
    return sum(counted)


def settling_due(session: Session) -> bool:
    """Whether the bank is too large for memory, and has changed enough to be settled."""
    there = stored.segments(session)
    mark = max(((segment.edition, segment.last_id) for segment in there), default=stored.NOTHING)
    most = ENOUGH if there else IN_MEMORY
    return stored.count(session, mark, most + 1) > most


def damaged(session: Session) -> Damage:
    """What of the office's vectors and segments is not as it was written. Changes nothing."""
    size = func.length(Version.vector)
    sized = mine(session, Version).where(Version.vector_model != "")
    counted = sized.with_only_columns(Version.vector_model, size, func.count()).group_by(
        Version.vector_model, size
    )
    kinds = sorted(session.execute(counted), key=lambda kind: -kind[2])
    usual = {model: size for model, size, _ in reversed(kinds)}
    versions: list[int] = []
    for model, length, _ in kinds:
        if length != usual[model]:
            broken = sized.where(Version.vector_model == model, size.is_not_distinct_from(length))
            versions += session.scalars(broken.with_only_columns(Version.id))
    found = []
    for segment in stored.segments(session):
        postings = ((entry, places) for _, entry, places in stored.postings(session, [segment.id]))
        if segments.seal(stored.whole(session, segment), postings) != segment.seal:
            found.append(segment.id)
        session.expunge(segment)  # its arrays are large
    return Damage(versions, found)


def mend(session: Session, damage: Damage) -> None:
    """Take away what is damaged, and what was built on it, so that it is made again."""
    if damage.versions:
        broken = Version.id.in_(damage.versions)
        session.execute(update(Version).where(broken).values(vector=None, vector_model=""))
    if damage.segments:
        stored.remove(session, [segment.id for segment in stored.segments(session)])


def _settle(session: Session) -> Later:
    """Join segments where there are many small ones; else make one of what changed after them."""
    there = stored.segments(session)
    keys = [segment.id for segment in there]
    known = stored.lists(session, there)
    for model in {segment.vector_model for segment in there}:
        alike = [segment for segment in there if segment.vector_model == model]
        counting = [known.newest[known.runs[segment.id]] for segment in alike]
        if chosen := segments.joinable([(len(mask), int(mask.sum())) for mask in counting]):
            return _join(session, [(alike[number], counting[number]) for number in chosen], keys)
    read = stored.changed(session, known.mark, RUN)
    kinds = Counter((each.made_by, len(each.stored or b"")) for each in read if each.made_by)
    model, size = kinds.most_common(1)[0][0] if kinds else ("", 0)
    run = [
        Standing(
            paragraph.held.paragraph_id,
            None if paragraph.is_retired else paragraph.held.text,
            paragraph.vector(model, size // 4),
        )
        for paragraph in read
    ]
    segment, postings = segments.made(run, read[-1].mark, model)
    return Later(True, segment=segment, postings=postings, there=keys)


def _join(session: Session, chosen: Sequence[tuple[Segment, Mask]], there: Sequence[int]) -> Later:
    """chosen: segments, with what counts in each."""
    keys = [segment.id for segment, _ in chosen]
    parts = [(Arrays.of(stored.whole(session, segment)), counting) for segment, counting in chosen]
    found = ((keys.index(key), entry, places) for key, entry, places in stored.postings(session, keys))
    mark = max((segment.edition, segment.last_id) for segment, _ in chosen)
    segment, postings = segments.joined(parts, found, mark, chosen[0][0].vector_model)
    return Later(True, segment=segment, postings=postings, there=there, instead=keys)


def _missing(session: Session, model: str, limit: int) -> list[tuple[int, int, str]]:
    """Up to `limit` (Version's id, Paragraph's id, text) that lack a vector of this model."""
    found: list[tuple[int, int, str]] = []
    for query in _without(session, model):
        columns = query.with_only_columns(Version.id, Paragraph.id, Version.text)
        ordered = columns.order_by(Version.vector_model, Version.id).limit(limit - len(found))
        found += [(row[0], row[1], row[2]) for row in session.execute(ordered)]
    return found


def _without(session: Session, model: str) -> list[Select[Version]]:
    """The newest Versions on offer with no vector of this model; each query walks one run of an index."""
    offered = mine(session, Version).join(Paragraph).where(Paragraph.state != "retired", stored.newest())
    return [offered.where(Version.vector_model < model), offered.where(Version.vector_model > model)]


def _keep_vectors(session: Session, later: Later) -> None:
    edition = next_edition(session)
    session.info["changed"] = session.get_transaction()
    session.execute(
        update(Version),
        [{"id": key, "vector": vector, "vector_model": later.model} for key, _, vector in later.vectors],
    )
    touched = Paragraph.id.in_([key for _, key, _ in later.vectors])
    session.execute(update(Paragraph).where(touched).values(edition=edition))
