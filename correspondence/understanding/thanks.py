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


def only_thanks(body: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a letter begins with thanks, and nothing in it asks, argues or tells of a trouble.

    A complaint is overlooked where the writer says that no answer is needed ("I don't know what you said to
    them, but it worked. No need to reply.").
    """
    texts = [" ".join(body[one.start : one.end].replace("’", "'").split()) for one in sentences]
    if not texts or not _THANKS.search(texts[0]):
        return False
    spared = [_NO_REPLY.search(text) is not None for text in texts]
    told = [one for one, is_spared in zip(sentences, spared, strict=True) if not is_spared]
    if any(one.ask or one.strong for one in told):
        return False
    thanked = sentences[0]  # "for your help with my sister's passport"
    if any(one.help or one.case for one in told if one is not thanked):
        return False
    return any(spared) or not any(one.complaint for one in told)
