"""Patterns for the writer and those near to them, in small letters."""

from correspondence.understanding.wording import either

KIN = either(r"""
    wife   husband   partner   fianc[eé]e?   son   daughter   child   children   kids?   baby   mother
    mum   mam   father   dad   parents   brother   sister   grandson   granddaughter   grandchild
    grandchildren   grandmother   grandfather   nan   gran   uncle   aunt   aunty   auntie   cousin
    nephew   niece   stepson   stepdaughter   mother-in-law   father-in-law   family   little (?:boy|girl)
    eldest   youngest   lad
    """)
MINE = rf"(?:my|our)(?: (?!own view)[\w-]+){{0,2}}? {KIN}"
MY = rf"(?:my|{MINE}'s?)"
OUR = rf"(?:my|our|{MINE}'s?)"
WE = rf"(?:i|we|{MINE})"
