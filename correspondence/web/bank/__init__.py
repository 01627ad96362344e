"""The bank's pages: the list, one paragraph, bringing texts in, the review of what came of them, topics."""

from correspondence.web.bank import bring_in, listing, one_paragraph, review, review_source, topics
from correspondence.web.bank.area import bp

__all__ = ["bp", "bring_in", "listing", "one_paragraph", "review", "review_source", "topics"]
