"""Whether a letter only says thank you, and so wants no answer."""

from collections.abc import Sequence

from correspondence.understanding.sentences import Sentence
from correspondence.understanding.wording import wordings

_THANKS = wordings(
    r"""
    \b(?:thank you|thanks)(?! in (?:advance|anticipation))\b(?! (?:again )?(?:very |so )?(?:much )?for
        [ ](?:your|the) (?:\w+ ){0,2}(?:letter|e-?mail|reply|response|answer|message|update|
        newsletter|leaflet)\b)
    ^\W*(?:very )?well done\b
    """
)
_NO_REPLY = wordings(
    r"""
    no need (?:at all )?(?:for you )?to (?:reply|answer|respond|write back|acknowledge)
    no (?:reply|answer|response)(?: is)? (?:needed|necessary|required|expected|wanted)
    (?:you )?(?:needn't|need not|don't (?:need|have) to|do not (?:need|have) to) (?:reply|answer|respond|
        write back)
    """,
    before=r"^\W*(?:(?:and|so|but|please|there is|there's|of course|really)\W+)*",
    after=r"(?: to (?:this|me|that))?\W*$",
)
_TROUBLE = wordings(
    r"""
    not   no   still   but   however   now   again   yet   nobody   nothing   refused   stopped
    waiting   \w+n't
    """,
    before=r"\b",
    after=r"\b",
)


def only_thanks(body: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a letter begins with thanks, and nothing in it asks, argues or tells of a trouble.

    A complaint is overlooked where the writer says that no answer is needed ("I don't know what you said to
    them, but it worked. No need to reply.").
    """
    texts = [" ".join(body[one.start : one.end].replace("’", "'").split()) for one in sentences]
    if not texts or not _THANKS.search(texts[0]):
        return False
    told = [place for place, text in enumerate(texts) if not _NO_REPLY.search(text)]
    thanked, *rest = [sentences[place] for place in told]
    if thanked.ask or thanked.strong or any(one.ask or one.strong or one.help or one.case for one in rest):
        return False
    if (thanked.help or thanked.case) and any(_TROUBLE.search(texts[place]) for place in told[1:]):
        return False  # "Thank you for your help with my sister's visa. My brother's is refused."
    return len(told) < len(texts) or not any(one.complaint for one in (thanked, *rest))
