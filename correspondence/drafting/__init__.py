"""Answers in, a Draft out: what goes into a reply, in which order, and what a person must look at."""

from correspondence.drafting.assemble import assemble, subject_of
from correspondence.drafting.filling import field_values, filled
from correspondence.drafting.greeting import salutation, sign_off
from correspondence.drafting.problems import (
    AFTER_ALL,
    SET_ASIDE,
    TO_CHECK,
    Problem,
    answered,
    problems,
    unanswered,
)
from correspondence.drafting.provenance import Known, against, decided, newer

__all__ = [
    "AFTER_ALL",
    "SET_ASIDE",
    "TO_CHECK",
    "Known",
    "Problem",
    "against",
    "answered",
    "assemble",
    "decided",
    "field_values",
    "filled",
    "newer",
    "problems",
    "salutation",
    "sign_off",
    "subject_of",
    "unanswered",
]
