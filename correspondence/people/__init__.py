"""Who signs in, and whose office it is.

Signing in has three steps, so that the slow check of a password holds no lock: `attempt` counts it and may
refuse, `passwords.is_right` checks, `admit` gives a token. `who` says whose token it is on every request.
"""

from correspondence.people.letterheads import drop_letterhead, use_letterhead
from correspondence.people.link import make_key, opens, use_up
from correspondence.people.offices import (
    OfficeDetails,
    add_office,
    change_office,
    enter_sample_office,
    is_set_up,
    remove_sample_office,
    sample_office,
    set_up_office,
)
from correspondence.people.passwords import is_right
from correspondence.people.signing import admit, attempt, end_sign_ins, sign_out, touch, who
from correspondence.people.users import (
    add_user,
    change_password,
    end_user,
    reset_password,
    set_role,
)

__all__ = [
    "OfficeDetails", "add_office", "add_user", "admit", "attempt", "change_office",
    "change_password", "drop_letterhead", "end_sign_ins", "end_user", "enter_sample_office",
    "is_right", "is_set_up", "make_key", "opens", "remove_sample_office",
    "reset_password", "sample_office", "set_role", "set_up_office", "sign_out", "touch",
    "use_letterhead", "use_up", "who",
]  # fmt: skip
