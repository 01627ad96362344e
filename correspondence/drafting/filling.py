"""What stands in the place of each ((field)) of a Draft."""

import datetime as dt

from correspondence import fields
from correspondence.days import spoken, uk_day
from correspondence.models import Constituent, Draft, Message, Office
from correspondence.text import clean


def field_values(office: Office, message: Message, today: dt.date) -> dict[str, str]:
    """Field name -> value; "" where nobody told us, and such a field stays as it is."""
    known = message.constituent or Constituent()
    return {
        "name": known.name,
        "salutation": known.salutation,
        "address": known.address,
        "postcode": known.postcode,
        "date": spoken(today),
        "letter_date": spoken(uk_day(message.sent_at)) if message.sent_at else "",
        "mp_name": office.mp_name,
        "constituency": office.constituency,
        "signatory": office.signatory or office.mp_name,
    }


def filled(text: str, draft: Draft, office: Office, today: dt.date) -> str:
    """A text of the Draft as it goes out: its Fields filled where there is a value, fit for a Word file."""
    return fields.fill(clean(text), field_values(office, draft.message, today)).strip()
