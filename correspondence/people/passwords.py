"""Passwords: which are good enough, how they are kept, how one is checked."""

import secrets
import string
import threading
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from correspondence.errors import Refused

SHORTEST = 12
LONGEST = 200  # longer ones cost time to hash and protect no better
HASHER = PasswordHasher()  # RFC 9106's second choice: 64 MiB; tests put a cheap one here
_AT_ONCE = threading.BoundedSemaphore(2)  # thirty people signing in at nine o'clock must not stop the rest

# What people type first. Compared without case, and without the digits and signs round it.
_COMMONEST = frozenset(
    """password passwort passw0rd p@ssword p@ssw0rd mypassword newpassword thepassword passwordpassword
    letmein letmeinplease welcome welcomehome changeme changemenow changethis secret topsecret qwerty
    qwertyuiop qwertyqwerty qwertyuiopasdfgh qazwsxedc 1qaz2wsx3edc zaq12wsx abc abcdef abcdefgh
    abcdefghijkl abcabcabc asdfghjkl asdfasdf iloveyou iloveyouforever trustno admin administrator
    adminadmin login football liverpool chelsea arsenal manchester manchesterunited monkey dragon
    princess sunshine superman batman starwars pokemon master shadow michael jennifer charlie
    correspondence parliament westminster houseofcommons commons constituency constituent office
    correcthorsebatterystaple""".split()
)


def make_temporary() -> str:
    """A password to be told to somebody: four groups of four, without letters that look alike (79 bits)."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))


def refuse_weak(password: str, email: str) -> None:
    """Refused, with the reason, for a password that is short, endless, common or the e-mail address."""
    if len(password) < SHORTEST:
        raise Refused(
            f"The new password must have {SHORTEST} characters or more. Three words will do.",
            about="password",
        )
    if len(password) > LONGEST:
        raise Refused(f"The new password must have {LONGEST} characters or fewer.", about="password")
    folded = password.casefold()
    bare = folded.strip(string.digits + string.punctuation + " £")
    counted = folded in "1234567890" * LONGEST or folded in "0987654321" * LONGEST
    if bare in _COMMONEST or counted or len(set(folded)) < 5 or folded in email or email in folded:
        raise Refused(
            "That password is easy to guess. Choose another: three words with no link will do.",
            about="password",
        )


def hashed(password: str) -> str:
    """What is kept of a password (argon2id)."""
    with _AT_ONCE:
        return HASHER.hash(password)


def is_right(kept: str, password: str) -> bool:
    """Whether `password` is the one `kept` was made of. With no `kept`, takes as long and says no."""
    with _AT_ONCE:
        try:
            return HASHER.verify(kept or _decoy(HASHER), password[: LONGEST + 1]) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


@lru_cache(maxsize=1)
def _decoy(hasher: PasswordHasher) -> str:
    return hasher.hash(secrets.token_urlsafe(24))
