"""The bank's pages: the list, one paragraph, bringing texts in, the review of what came of them, lists."""

from correspondence.web.bank import (
    bring_in,
    dated,
    due,
    everyday,
    gaps,
    imports,
    keeping,
    ledger,
    listing,
    one_paragraph,
    packs,
    review,
    review_alike,
    review_source,
    review_undo,
    story,
    topics,
)
from correspondence.web.bank.area import bp

__all__ = [
    "bp",
    "bring_in",
    "dated",
    "due",
    "everyday",
    "gaps",
    "imports",
    "keeping",
    "ledger",
    "listing",
    "one_paragraph",
    "packs",
    "review",
    "review_alike",
    "review_source",
    "review_undo",
    "story",
    "topics",
]
