"""What the office does with replies: start one, edit it, answer its points, send it out of the house.

Two people may edit one reply. A change of a Block's text names the `edit` it started from, a change of
the list's order, or of what a Block answers, the Draft's `version`; the database changes the row only where
that still stands, so of two writers one wins and the other gets a Conflict with the text as it is now.
Nobody's words are lost.
"""

from correspondence.desk.blocks import put_back, remove, save_block
from correspondence.desk.checking import check, read_as, uncheck
from correspondence.desk.choices import forget
from correspondence.desk.gone import asked_first, send, take_back
from correspondence.desk.history import history
from correspondence.desk.keeping import changed_from, is_news, keep_as, keep_wording, kept, without_reader
from correspondence.desk.listing import add_own, insert, move, set_subject
from correspondence.desk.matches import answers
from correspondence.desk.newer import take_newer
from correspondence.desk.out import copy_reply, export_letter, export_mail, letterhead_in_use
from correspondence.desk.points import leave, take_up, tick, untick
from correspondence.desk.replies import again, decide, greet_anew, known, musts, problems, reply

__all__ = [
    "add_own",
    "again",
    "answers",
    "asked_first",
    "changed_from",
    "check",
    "copy_reply",
    "decide",
    "export_letter",
    "export_mail",
    "forget",
    "greet_anew",
    "history",
    "insert",
    "is_news",
    "keep_as",
    "keep_wording",
    "kept",
    "known",
    "leave",
    "letterhead_in_use",
    "move",
    "musts",
    "problems",
    "put_back",
    "read_as",
    "remove",
    "reply",
    "save_block",
    "send",
    "set_subject",
    "take_back",
    "take_newer",
    "take_up",
    "tick",
    "uncheck",
    "untick",
    "without_reader",
]
