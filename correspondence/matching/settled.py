"""All segments of a large bank side by side in memory: what is known of each Paragraph but words and text."""

from collections.abc import Collection, Sequence

import numpy as np

from correspondence.matching.codes import Planes, Rows
from correspondence.matching.segments import RETIRED, WITH_VECTOR, Arrays, Ids, Mark, Mask


class Settled:
    """The Paragraphs of every segment, by row: rows are numbered through the segments, oldest first.

    keys: the segments' ids. runs: the rows of each. counts: whether a row is its Paragraph's
    newest, and not retired. About 110 bytes for each Paragraph.
    """

    def __init__(
        self, keys: Sequence[int], parts: Sequence[Arrays], usable: Sequence[bool], mark: Mark
    ) -> None:
        """parts: the arrays of each segment. usable: whether its vectors are of the model in use."""
        sizes = [len(part.ids) for part in parts]
        self.keys = tuple(keys)
        self.mark = mark
        ends = np.cumsum(sizes, dtype=int).tolist()
        self.runs = {key: slice(end - size, end) for key, size, end in zip(keys, sizes, ends, strict=True)}
        none = Arrays.none()
        self.ids: Ids = np.concatenate([none.ids, *(part.ids for part in parts)])
        self.lengths = np.concatenate([none.lengths, *(part.lengths for part in parts)])
        self.standing = np.concatenate([none.standing, *(part.standing for part in parts)])
        self.planes: Planes = _together([part.planes for part in parts], usable)
        of_model = np.repeat(np.array(usable, dtype=np.bool_), sizes)
        self.encoded: Mask = (self.standing == WITH_VECTOR) & of_model
        numbers = np.arange(len(self.ids), dtype=np.int32)
        self._newest = np.full(int(self.ids.max(initial=0)) + 1, -1, dtype=np.int32)
        self._newest[self.ids] = numbers  # of equal ids the last is kept
        self.newest: Mask = self._newest[self.ids] == numbers
        self.counts: Mask = self.newest & (self.standing != RETIRED)
        self.all_count = bool(self.counts.all())

    def copy(self) -> "Settled":
        """One from which rows can be dropped without the other's losing them."""
        other = Settled.__new__(Settled)
        other.__dict__.update(self.__dict__, counts=self.counts.copy())
        return other

    def part(self, key: int) -> Arrays:
        """The arrays of one segment."""
        run = self.runs[key]
        return Arrays(self.ids[run], self.lengths[run], self.standing[run], self.planes[:, run])

    def drop(self, paragraph_id: int) -> None:
        """Count this Paragraph no longer: it changed or was retired since."""
        row = self._newest[paragraph_id] if paragraph_id < len(self._newest) else -1
        if row >= 0:
            self.counts[row] = False
            self.all_count = False

    def rows_of(self, paragraph_ids: Collection[int]) -> Rows:
        """The rows of these Paragraphs that count."""
        known = [key for key in paragraph_ids if key < len(self._newest) and self._newest[key] >= 0]
        rows = np.sort(self._newest[known])
        return np.asarray(rows[self.counts[rows]], dtype=np.int32)

    def counting(self, rows: Rows) -> Mask | slice:
        """Which of some rows count."""
        return slice(None) if self.all_count else self.counts[rows]


def _together(planes: Sequence[Planes], usable: Sequence[bool]) -> Planes:
    """The codes of all rows, nothing where they are of another model, or are none."""
    words = max((len(each) for each, use in zip(planes, usable, strict=True) if use), default=0)
    whole = np.zeros((words, sum(each.shape[1] for each in planes)), dtype=np.uint64)
    start = 0
    for each, use in zip(planes, usable, strict=True):
        if use and len(each):
            whole[:, start : start + each.shape[1]] = each
        start += each.shape[1]
    return whole
