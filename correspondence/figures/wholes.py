"""What a figure is a part of: "of which 20", "20 of them", "of 130 schools, 12"."""

import re

from correspondence.figures.phrases import noun_phrase
from correspondence.figures.subjects import bare

# What came before "of which 20", "of these, 20", "20 of which".
BEFORE_PART = re.compile(
    r"(?:^|[\d,]\d[\d,.]*\s|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|the|these|those)\s)(?P<what>[^,;:.\d]{3,80}?)"
    r"(?:,|\sand|;)?\s(?:and\s)?(?:of\s(?:which|whom)\b[^.;]{0,60}|of\s(?:these|those),?\s(?:\w+\s){0,2})$|"
    r"\b[Oo]f\s(?:the|these)\s(?:[\d,]+\s)?(?P<first>[^,;:.]{3,80}),[^.;]{0,60}$"
)
# "£9m for piers, of which £2m goes to ours": what the whole sum is for.
_OF_SUM = re.compile(
    r"[£€$]\d[\d,.]*(?:\s?(?:million|billion|bn|m))?\s(?:\w+\s){0,4}?(?:for|on|in|to|into|towards|of)\s"
    r"(?P<what>[^,;:.£]{3,80}?)[,;]?\s(?:and\s)?of\swhich\s(?:(?:only|just|some|about|around|over|nearly|almost|up|to)\s)*$"
)
# "60% of pupils walk and only 23% come by bus": the second share is of the same whole.
_SAME_WHOLE = re.compile(
    r"(?:\d%|\w\sper\s?cent)\sof\s(?:(?:all|the|our|its|their|his|her)\s)*(?P<whole>[^,;:.%]{3,80}?)[,;]?\s(?:and|but|while|against|compared\s(?:with|to))\s"
    r"(?:(?:only|just|some|about|around|over|nearly|almost|a\sfurther|another|more|less|fewer|than|up\sto)\s)*$"
)
_GOES_ON = re.compile(
    r"\s(?:from|in|on|at|by|through|to|for|with|are|is|was|were|have|has|had|do|did|said|go|come|use|live)\b"
)
PART_AFTER = re.compile(r"\sof\s(?P<who>which|whom|these|those|them|it)\b\s?")
# "Of those who asked, only 12% were heard"; "83% of those who replied were against".
AMONG = re.compile(r"\b(?:[Oo]f|[Aa]mong)\s(?P<who>(?:those|all)\s[^,;:]{3,80}),\s(?:\w+\s){0,2}$")
# "Of 130 schools inspected, 12 were closed".
OF_ALL = re.compile(
    r"\b[Oo]f\s(?:the\s)?(?:[\d,.]{1,9}(?:\s(?:thousand|million))?|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|twenty)\s(?P<who>[^,;:\d]{3,60}?)(?:\s(?:who|that|which)\s[^,;:\d]{3,120})?,\s(?:(?:only|just|some|about|around|nearly|almost|at|least|more|fewer|than)\s)*$"
)


def whole_sum(before: str) -> str:
    """What the sum is for that the one behind `before` is a part of: "£9m for piers, of which"; else ""."""
    whole = _OF_SUM.search(before)
    return bare(whole["what"]) if whole else ""


def same_whole(before: str, after: str) -> str:
    """What an earlier share is of, for one between `before` and `after` that names nothing."""
    share = _SAME_WHOLE.search(before) if _GOES_ON.match(after) else None
    return noun_phrase(before, share.start("whole") - 1) if share else ""
