"""Dates as letters and web pages write them, and the lines that hold nothing else."""

import datetime as dt
import re
from dataclasses import dataclass

from correspondence.days import UK

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+Z?)?\b",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+" + _MONTH + r",?[\s-]+(?P<year>(?:19|20)\d\d)\b",
        _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
        # British: the day comes first
        r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b",
        # in two languages, "12 Hydref / October 2020", and with a year of two figures
        r"\b(?P<day>\d{1,2})\s+\w+\s*[/|]\s*" + _MONTH + r"\s+(?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d./:£-])(?P<day>\d{1,2})(?P<dot>[/.])(?P<month>\d{1,2})(?P=dot)(?P<year>\d\d)(?![\d./:]*\d)",
    )
)  # fmt: skip
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d){1,2}\s*(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:GMT|BST|UTC)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?", re.IGNORECASE
)
_LABEL = re.compile(
    r"\bdate of (?:issue|release)\b\s*:?|\b(?:volume \d+\W+)?(?:first |last |originally )?"
    r"(?:debated|published|posted|updated|modified|uploaded|created|dated?|issued|written|released|answered"
    r"|statement made)(?:\s+(?:on|at|date))?\b\s*:?"
    r"|\b(?:(?:for|immediate) )*release(?: date)?\b\s*:?"
    r"|\b(?:for )?(?:immediate (?:use|publication)|use (?:from|on|after))\b\s*:?"
    r"|\bembargo(?:ed)?(?:\s+(?:until|to|for))?\b(?:\s+\d{4}\b(?:\s+hours)?)?",
    re.IGNORECASE,
)
_FOLIO = re.compile(r"^(?:page |p\.? ?)?\d{1,3}\b(?![/.:-])\W*|\W*\b(?:page|p\.?)? ?\d{1,3}$", re.IGNORECASE)
_TO_READ = re.compile(r"\b\d+[ -]min(?:ute)?s?(?:[ -]read| to read)?$", re.IGNORECASE)
_BY_ROLE = re.compile(
    r"\b[Bb]y (?:the )?(?:web ?)?(?:admin\w*|editor|webmaster|staff|news ?(?:desk|room)|team|office)$"
    r"|\W*\bby$"  # and nobody's name
)
_FILED = re.compile(  # "Posted on 3 May 2024 in Your questions", "Last updated: 3/5/2024 (by: JO)"
    r"^in [A-Z][\w’' &,/-]{2,50}$|^[a-z][\w.-]+ [A-Z][\w’' &,/-]{2,40} \d+$"
    r"|^(?:(?:filed )?under:? [\w’' &,/-]{2,50}|\W*by:? [A-Z]{2,3}\W*)$"
)
_BESIDE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+|(?:[Pp]age )?\d{1,3}")  # at the head of a printed page
_AGO = re.compile(
    r"(?:updated |published |posted )?(?:\d+|an?|one|two) (?:sec|min|hour|hr|day|week|month)\w* ago\b",
    re.IGNORECASE,
)
_PLACE = (
    r"(?-i:[A-Z][\w.’'-]*(?: (?:(?:up)?on|in|le|the|of|and)(?= )| [A-Z][\w.’'-]*){0,3}(?:, [A-Z][\w’'-]+)?)"
)
_DASH = r"[:|–—-]"
_BEFORE_DAY = re.compile(  # "Published: 06:02, ", "LONDON, Monday "
    rf"\s*[(\[]?(?P<label>(?:{_LABEL.pattern})\s*)?(?:(?:{_TIME.pattern})\W+)?"
    rf"(?P<place>{_PLACE}(?: ?,| ?{_DASH}| \()\s*)?(?:{_WEEKDAY.pattern}\s*)?",
    re.IGNORECASE,
)
_BEHIND_DAY = re.compile(
    rf"(?:,? (?:at )?(?:{_TIME.pattern}))?(?P<place>, ?{_PLACE}(?= ?{_DASH}))?(?: \([A-Z][\w ]{{1,20}}\))?"
    rf"(?P<parted> ?[)\]]?(?: ?(?:/[A-Z]\w+/ ?)?{_DASH}{{1,2}}|[.,]|(?<=[)\]])))?\s+"
    r"(?=(?P<capital>[“\"‘']?(?-i:[A-Z]))|[“\"‘'£\d])",
    re.IGNORECASE,
)
_LONGEST_STUCK = 60  # characters before the day


_SENT = re.compile(r"(?:sent|date|dated)\s*:\s*(?P<said>.*)|(?P<wrote>on\b.{5,150}\bwrote:)", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?::\d\d)?(?:\s*(?P<half>[ap])\.?m)?", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:dear|hello|hi|good (?:morning|afternoon|evening)|to whom)\b|>", re.IGNORECASE)
_FIELD = re.compile(r"[A-Z][\w-]*(?: [a-z]+)?\s*:", re.IGNORECASE)  # "Subject: Is it safe?"
_EVENT = re.compile(r" (?:Debate|Vote|Bill|Budget|Motion|Election|Referendum|Reading) on$")  # whose day it is
_HEAD, _PROSE = 15, 12  # lines over a letter's text; words of a line that is text


@dataclass(frozen=True)
class Dated:
    """A date found in a line; `rest` is what the line says besides dates, times and their labels."""

    date: dt.date
    rest: str
    labelled: bool


def find(line: str) -> Dated | None:
    """The first real date of a line, or None. 31/02/2024 is no date."""
    found: list[tuple[int, dt.date]] = []
    rest = line
    for form in _FORMS:
        for match in form.finditer(line):
            date = _real(match)
            if date is not None:
                found.append((match.start(), date))
                rest = rest.replace(match.group(), " ")
    if not found:
        return None
    bare = _WEEKDAY.sub(" ", _TIME.sub(" ", rest))
    without = _LABEL.sub(" ", bare)
    return Dated(min(found)[1], " ".join(without.split()).strip(" ,|-–—•·:;/()[].@"), without != bare)


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date, a time or their labels: "updated: 16:14, 3 May 2021"."""
    if len(line) > 120:
        return False
    fields = re.split(r"\s[|•·/]\s", line)  # "3 May 2024 | by Jo Field | News"
    if len(fields) > 2 and any(map(is_stamp, fields)):
        return True
    wide = re.split(r"\t+| {2,}", line.strip())  # "Last updated: 3 May 2024   Drafted: JO"
    if (
        len(wide) > 1
        and is_stamp(wide[0])
        and (_LABEL.match(wide[0]) or all(map(_BESIDE.fullmatch, wide[1:])))
    ):
        return True
    if _AGO.fullmatch(line.strip(" .|•·")) is not None:
        return True
    dated = find(line)
    if dated is None:
        bare = _LABEL.sub(" ", _TIME.sub(" ", line))
        return _TIME.search(line) is not None and not bare.strip(" ,|-–—•·:;/")
    rest = _FILED.sub("", _BY_ROLE.sub("", _TO_READ.sub("", dated.rest)).strip())
    rest = _FOLIO.sub("", rest, count=1)
    place = re.fullmatch(
        r"(?:(?:at|on|in|to|and)\b ?)*(?:[A-Z][\w'’-]*(?: of| the| on| in)?[ ,|•·–-]*){0,4}", rest
    )
    return place is not None and not re.search(r"[.!?]", dated.rest) and not _EVENT.search(rest)


def glued(text: str) -> tuple[str, dt.date | None]:
    """The day stuck to the first words of a text ("Published: 3 May 2021 We met…", "LONDON, 3 May 2021 – We
    met…") with all that stands there with it, and that day; the text without it is text[len(it):]. "" where
    there is none, or where the day is a part of the first sentence."""
    line = text.partition("\n")[0]
    for form in _FORMS:
        day = form.search(line, 0, 2 * _LONGEST_STUCK)
        before = (
            _BEFORE_DAY.fullmatch(line, 0, day.start()) if day and day.start() <= _LONGEST_STUCK else None
        )
        behind = _BEHIND_DAY.match(line, day.end()) if day and before else None
        if day is None or before is None or behind is None:
            continue
        parted = behind["parted"] or (behind["capital"] and not before["place"] and not behind["place"])
        if parted and (date := _real(day)):
            return line[: behind.end()], date
    return "", None


def written(text: str) -> dt.datetime | None:
    """When a letter or a pasted mail says over its text that it was written, in the United Kingdom: the hour
    too where it is said, else the first of the day."""
    for i, line in enumerate([line.strip() for line in text.split("\n") if line.strip()][:_HEAD]):
        sent = _SENT.fullmatch(line)
        if sent and sent["wrote"] and i:
            return None  # from here it quotes another mail
        said = (sent["said"] or sent["wrote"] or "") if sent else line
        dated = find(said)
        if dated and (sent or "@" in line or _is_day_of_letter(line, dated)):
            return dt.datetime.combine(dated.date, _hour(said), UK)
        if _is_text(line):
            return None
    return None


def _is_text(line: str) -> bool:
    """Whether a line is the writer's own text: a greeting or a sentence, and not "Saltby." or a subject."""
    words = len(line.split())
    asks = words > 2 and line.endswith((".", "!", "?")) and not _FIELD.match(line)
    return asks or words >= _PROSE or _BEGINS.match(line) is not None


def _is_day_of_letter(line: str, dated: Dated) -> bool:
    """Whether a line is a day alone, or "Saltby, 3 May 2026"."""
    return not dated.rest or (is_stamp(line) and re.match(rf"{re.escape(dated.rest)}\s*,", line) is not None)


def _hour(said: str) -> dt.time:
    found = _HOUR.search(said)
    if found is None or int(found["hour"]) > 23:
        return dt.time()
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    return dt.time(hour % 12 + 12 * (half == "p") if half else hour, int(found["minute"]))


def _real(match: re.Match[str]) -> dt.date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        year = int(match["year"])
        return dt.date(year + 2000 if year < 100 else year, number, int(match["day"]))
    except ValueError:
        return None
