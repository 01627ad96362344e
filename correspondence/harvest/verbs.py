"""The verbs of those who say something."""

import re

SAY = (
    r"\b(?<!-)(?:said|says|say|saying|told|tells?|adds?|added|adding|[Aa]ccording to"
    r"|puts? it(?! (?:into?|on|back|away|down)\b))\b"
)
HOLD = (
    r"\b(?<!-)(?:continued|commented|explained|insisted|warned|warns|argued|argues|claimed|claims|stated|replied|responded"
    r"|answered|countered|tweeted|posted|wrote|writes?|concluded|stressed|urged|announced|declared|confirmed|admitted"
    r"|acknowledged|described|describes|vowed|pledged|promised|agreed|suggested|noted|remarked"
    r"|called(?! *$)|calls(?= (?:it|this|that|the)\b)"
    r"|comments(?= on\b)|accused|dismissed|branded|hailed|welcomed|criticised|praised|condemned|repeated"
    r"|reiterated|emphasised|observed"
    r"|(?:gives?|gave|given|issued?|released|put out) (?:[a-z]+ ){1,3}(?:reaction|response|statement|verdict)"
    r"|(?:express|voic)(?:es|ed) (?:[a-z]+ ){0,2}(?:concerns?|dismay|alarm|anger|disappointment|fears?)"
    r"|went (?:on|further)|raged|fumed|blasted|slammed|stormed|joked|quipped"
    r"|(?:hit|fired|shot) back|hit out|insists|states|reads|den(?:ied|ies)|explains|replies|admits|concludes"
    r"|predict(?:s|ed)|conced(?:es|ed)|recall(?:s|ed)|boasted|protested|reckon(?:s|ed)"
    r"|sneer(?:s|ed)|scoff(?:s|ed)|jeer(?:s|ed)|moan(?:s|ed)|grumble[sd]|complain(?:s|ed)|lament(?:s|ed)"
    r"|mock(?:s|ed)|hint(?:s|ed)|telling(?= [^:.,]{2,40}:))\b"
)
_OWN_WORD = re.compile(r"\b(?!(?:has|have|had|also|then|later|now)\b)\w+")
_DID = re.compile(r"[a-z]+ed\b")  # what the same one does next
VERB = re.compile(f"{SAY}|{HOLD}")
REPORTS = re.compile(rf"{SAY}|{HOLD}(?= that\b)|\bask(?:s|ed)(?= (?:whether|if|why|how|what|when)\b)")


def first_clause(words: str) -> str:
    """The clause that names who says what follows `words`, "Jo Field denied it, but pointed out that it was
    old, and"; "" where ", but" leads to another who does."""
    before, _, after = words.strip(" ,").rpartition(", but ")
    return before if VERB.match(after) or _DID.match(after) else ""


def says_first(text: str, who: str) -> bool:
    """Whether the first thing that a text tells of `who` is that they said something."""
    after = text.partition(who.split(",")[0].split()[-1])[2]
    verb = VERB.search(after)
    return verb is not None and len(_OWN_WORD.findall(after[: verb.start()].rpartition(",")[2])) == 0
