"""What a figure is a part of: "of which 20", "20 of them", "of 130 schools, 12"."""

import re

# What came before "of which 20", "of these, 20", "20 of which".
BEFORE_PART = re.compile(
    r"(?:^|[\d,]\d[\d,.]*\s|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|the|these|those)\s)(?P<what>[^,;:.\d]{3,80}?)"
    r"(?:,|\sand|;)?\s(?:and\s)?(?:of\s(?:which|whom)\b[^.;]{0,60}|of\s(?:these|those),?\s(?:\w+\s){0,2})$|"
    r"\b[Oo]f\s(?:the|these)\s(?:[\d,]+\s)?(?P<first>[^,;:.]{3,80}),[^.;]{0,60}$"
)
PART_AFTER = re.compile(r"\sof\s(?P<who>which|whom|these|those|them)\b\s?")
# "Of those who asked, only 12% were heard"; "83% of those who replied were against".
AMONG = re.compile(r"\b(?:[Oo]f|[Aa]mong)\s(?P<who>(?:those|all)\s[^,;:]{3,80}),\s(?:\w+\s){0,2}$")
# "Of 130 schools inspected, 12 were closed".
OF_ALL = re.compile(
    r"\b[Oo]f\s(?:the\s)?(?:[\d,]{1,9}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s"
    r"(?P<who>[^,;:\d]{3,60}),\s(?:(?:only|just|some|about|around|nearly|almost|at|least|more|fewer|than)\s)*$"
)
