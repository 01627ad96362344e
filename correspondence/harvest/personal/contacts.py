"""Whose an e-mail address, a telephone number or a street address is: only a private person's goes."""

import re

from correspondence.harvest.personal.taking import Taking
from correspondence.harvest.phrases import one_of

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_OFFICIAL = re.compile(
    r"@(?:[\w-]+\.)*(?:parliament\.uk|gov\.(?:uk|scot|wales)|nhs\.(?:uk|net)|police\.uk)$", re.IGNORECASE
)
_OF_A_BODY = re.compile(
    r"(?:.*[._-])?(?:info|enquir(?:y|ies)|contact|help(?:line|desk)?|support|advice|complaints|press"
    r"|customer-?(?:services?|care)|feedback|consultations?)(?:[._-].*)?@",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w£])(?:\+44 ?(?:\(0\) ?)?\d{2,4}|\(?0\d{2,4}\)?)(?:[ -]?\d{2,4}){2,3}(?![\w,]\d)")
_PUBLIC_PHONE = re.compile(r"\(?(?:0800|0808|03\d\d|020\)? ?7219)")

_US = (
    r"\b(?:(?:my|our) (?:[\w-]+ ){0,3}(?:office|team|surger(?:y|ies))|(?:help|hot|advice )line|freephone"
    r"|(?:contact|call|e-?mail|telephone|phone|ring) (?:me|us))\b"
)
_BODY = one_of(r"""
    council(?:['’]s [a-z]+ (?:team|office|department|service))? | ombudsman | department | ministry | minister
    agency | authority | trust | hospital | commission(?:er)? | service | bureau | embassy | consulate
    high commission | police | library | town hall | charity | secretary(?: of state)? | court | tribunal
    job ?centre | regulator | constituency office
""").pattern
_STRAIGHT = (
    r"(?:,? (?:directly|free|free of charge|by (?:telephone|phone|e-?mail|post)|(?:is|are)(?: open)?"
    r"|(?:can|may) be (?:reached|contacted|called|telephoned|found|visited|written to)"
    r"|(?:tele)?phone|number))*"
    r",?(?: (?:at|on|in|is|to))*[:,]?\s*$"
)
_THEIR_OWN = (
    r"(?:rang|called|telephoned|phoned|tried|dialled|wrote|written|e-?mailed|sent|replied|visited|not)"
)
_NOT_FROM_YOU = r"(?<!if )(?<!should )(?<!with )(?<!help )(?<!assist )"
_LAX = rf"(?:(?!{_NOT_FROM_YOU}\byou(?:rs?)?\b|\b{_THEIR_OWN}\b)[^.#?!]){{0,60}}"
_MORE = r"(?:#(?:[,;:( ]+|\b(?:or|and|by|at|on|via|e-?mail|telephone|phone|text|to)\b)*)*$"
_OURS = re.compile(rf"{_US}{_LAX}{_MORE}|\b{_BODY}{_STRAIGHT.removesuffix('$')}{_MORE}", re.IGNORECASE)
_YOURS = re.compile(r"\byours?\b[^.#]{0,40}$|\bfrom $", re.IGNORECASE)

_CODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_WORDS = r"(?:[A-Z][\w’'-]+ ){1,3}"
_STREET = (
    rf"(?!Downing|Parliament|Whitehall){_WORDS}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Place|Square|Hill"
    r"|Row|Walk|Mews|View|Rise|Parade|Flats|Wharf)\b"
)
_HOUSE = rf"{_WORDS}(?:House|Court|Cottage|Farm|Lodge|Tower|Heights|Point|Mansions|Barn|Forge|Mill|Villas?)\b"
_TOWN = r"[A-Z][a-z]+(?:[ -](?:(?:on|upon|by|under|le|the|in)[ -])*[A-Z][a-z]+){0,2}"
_ADDRESS = (
    rf"\b(?:[Ff]lat \w+,? (?:{_HOUSE},? )?(?:\d{{1,4}}[A-Za-z]? )?{_STREET}|[Ff]lat \w+,? {_HOUSE}"
    rf"|(?!(?:19|20)\d\d )\d{{1,4}}[A-Za-z]?,? {_STREET})"
    rf"(?:(?:,? {_TOWN}){{0,3}},? {_CODE}\b|,? (?:in )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,.; ]))?"
)
_PLACE = re.compile(rf"{_ADDRESS}|(?P<alone>\b(?!SW1A ?[012]){_CODE}\b)")
_HOME = (
    r"\b(?:[Yy]our (?:[a-z]+ ){0,2}(?:home|house|flat|property|address|bungalow|cottage)"
    r"|[Yy]ou (?:have )?lived?)"
)
_AT_HOME = re.compile(
    rf"(?P<home>{_HOME}(?:,| is| was)?(?: (?:at|in|on|to))? )(?:{_HOUSE}, )?(?:{_STREET}|{_HOUSE})"
    rf"(?:, {_TOWN}(?=[,.;]))?"
)
_NAMED_HOUSE = re.compile(rf"{_HOUSE}, {_STREET}(?:, [A-Z][a-z]+(?=[,.;]))?")


def take(taking: Taking) -> None:
    """Fields for e-mail addresses, telephone numbers, street addresses and postcodes that are not public."""
    taking.take(_MAIL, "email", lambda found: _kept_if_public(found, "((e-mail))"))
    taking.take(_PHONE, "telephone", lambda found: _kept_if_public(found, "((telephone))"))
    taking.take(_PLACE, lambda found: "postcode" if found["alone"] else "address", _without_place)
    taking.take(_AT_HOME, "address", lambda found: found["home"] + "((address))")
    if re.search(_HOME, taking.text):
        taking.take(_NAMED_HOUSE, "address", _without_place)


def _kept_if_public(found: re.Match[str], gap: str) -> str:
    """The contacts of public bodies and of the office itself are nobody's personal details."""
    before = _before(found)
    public = _OFFICIAL.search(found.group()) or _PUBLIC_PHONE.match(found.group()) or _OURS.search(before)
    role = _OF_A_BODY.match(found.group()) and not _YOURS.search(before)
    return found.group() if public or role else gap


def _without_place(found: re.Match[str]) -> str:
    """The address of the office or of a public body stays where it is directly said to be theirs."""
    public = re.search(rf"(?:{_US}|\b{_BODY}){_STRAIGHT}", _before(found), re.IGNORECASE)
    return found.group() if public else "((address))"


def _before(found: re.Match[str]) -> str:
    """The words before a find, each contact among them as "#"."""
    before = found.string[max(0, found.start() - 160) : found.start()]
    return re.sub(r"\(\((?:e-mail|telephone)\)\)", "you", _PHONE.sub("#", _MAIL.sub("#", before)))
