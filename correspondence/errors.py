"""What can be refused. The text of each is a sentence for a caseworker: what is wrong and what to do."""


class Refused(ValueError):
    """The app will not do this, or cannot; nothing was changed.

    about: the name of what was given and is wrong, as the function that refuses it calls it; "" for none.
    """

    def __init__(self, sentence: str = "", about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


class Damaged(Refused):
    """What the database holds cannot be read."""


class NotNow(Refused):
    """The database or the disk cannot do it at the moment. Nothing is wrong with what was asked for."""


class NotFound(Refused):
    """No such thing in this office."""


class Conflict(Refused):
    """Somebody else changed it first. `theirs` is the text as it stands now."""

    def __init__(self, sentence: str, theirs: str = "") -> None:
        super().__init__(sentence)
        self.theirs = theirs
