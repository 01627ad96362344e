"""Long texts: the time grows as the text does."""

import gc
import time
from collections.abc import Callable, Iterator

import pytest

from tests.harvest.cuts import cut_text

LINE = "In May 2021 the council told Jo Field that 1,200 people would wait for the bus number {}."


def lines(many: int) -> None:
    cut_text("\n".join(LINE.format(i) for i in range(many)))


def one_paragraph(many: int) -> None:
    cut_text("We met. " + " ".join(LINE.format(i) for i in range(many)))


def headings(many: int) -> None:
    cut_text("We met on the pier.\n\n" + "\n\n".join(f"Part {i}" for i in range(many)))


def quotations(many: int) -> None:
    cut_text("\n\n".join(f"“It is so and so, and number {i},” said Jo Field." for i in range(many)))


def headlines(many: int) -> None:
    cut_text(
        "\n\n".join(f"“The old pier took us all in and number {i} too” " for i in range(many)) + "\n\nOh."
    )


def full_stops(many: int) -> None:
    cut_text("We met on the pier. " + "." * 10 * many)


def words_without_a_stop(many: int) -> None:
    cut_text("We met " + "with the harbour trust and others on the old pier " * many)


def titles_alone(many: int) -> None:
    cut_text("We met. " + "Mr " * many)


def hand_wrapped(many: int) -> None:
    cut_text("\n".join(f"and so we went to the pier with the har{'-' * (i % 2)}" for i in range(many)))


def asides(many: int) -> None:
    cut_text("We met. " + "Jo Field, 62, who had the Council of Saltby Board, " * many)


@pytest.fixture
def without_collector() -> Iterator[None]:
    """At moments of its own it walks all that other tests have left behind."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize(
    "read",
    [
        lines,
        one_paragraph,
        headings,
        quotations,
        headlines,
        full_stops,
        words_without_a_stop,
        titles_alone,
        hand_wrapped,
        asides,
    ],
)
def test_twenty_times_the_text_takes_at_most_thirty_times_as_long(read: Callable[[int], None]) -> None:
    took = []
    for many in (100, 2000):
        start = time.process_time()
        read(many)
        took.append(time.process_time() - start)
    assert took[1] < 30 * took[0] + 0.2
