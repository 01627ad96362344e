"""A name as it is written under a letter: as on an envelope, and after "Dear"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.understanding.names import read_body_name, read_name

ONE = [
    ("Jane Doe", "Jane Doe", "Jane Doe"),
    ("R. Pickersgill", "R. Pickersgill", "R. Pickersgill"),
    ("A J Smith", "A J Smith", "A J Smith"),
    ("A.J. Smith", "A.J. Smith", "A.J. Smith"),
    ("Mr T Hallam", "Mr T Hallam", "Mr Hallam"),
    ("Mrs. Joan Clay", "Mrs Joan Clay", "Mrs Clay"),
    ("Ms Zoë Núñez", "Ms Zoë Núñez", "Ms Núñez"),
    ("Miss K. Obi", "Miss K. Obi", "Miss Obi"),
    ("Mx Sam Reed", "Mx Sam Reed", "Mx Reed"),
    ("Dr Patel", "Dr Patel", "Dr Patel"),
    ("Dr. A. Patel", "Dr A. Patel", "Dr Patel"),
    ("Doctor Ann Patel", "Dr Ann Patel", "Dr Patel"),
    ("Prof. Dame Ann Lee", "Prof Dame Ann Lee", "Dame Ann"),
    ("Professor Lee", "Professor Lee", "Professor Lee"),
    ("Rev Tom Jones", "Rev Tom Jones", "Rev Jones"),
    ("Revd. Canon T Jones", "Revd Canon T Jones", "Revd Jones"),
    ("The Reverend T. Jones", "The Reverend T. Jones", "Reverend Jones"),
    ("Cllr Jones", "Cllr Jones", "Cllr Jones"),
    ("Councillor Mrs A Jones", "Councillor Mrs A Jones", "Councillor Jones"),
    ("Sir John Smith", "Sir John Smith", "Sir John"),
    ("Sir J. Smith", "Sir J. Smith", "Sir J. Smith"),
    ("Lady Smith", "Lady Smith", "Lady Smith"),
    ("Lord Hill of Northmoor", "Lord Hill", "Lord Hill"),
    ("The Rt Hon Sir John Smith KC", "The Rt Hon Sir John Smith KC", "Sir John"),
    ("The Rt Hon Ann Smith", "The Rt Hon Ann Smith", "Ann Smith"),
    ("Captain Bill Frost", "Captain Bill Frost", "Captain Frost"),
    ("Lt Col B Frost (retd)", "Lt Col B Frost", "Lt Col Frost"),
    ("Col. A. Marsh (retd)", "Col A. Marsh", "Col Marsh"),
    ("Mr and Mrs Shah", "Mr and Mrs Shah", "Mr and Mrs Shah"),
    ("Mr & Mrs R. Shah", "Mr and Mrs R. Shah", "Mr and Mrs Shah"),
    ("Dr and Mr Osei", "Dr and Mr Osei", "Dr and Mr Osei"),
    ("John and Mary Smith", "John and Mary Smith", "John and Mary Smith"),
    ("Susan & Peter Lane", "Susan and Peter Lane", "Susan and Peter Lane"),
    ("Ann Fox and Joe Hill", "Ann Fox and Joe Hill", "Ann Fox and Joe Hill"),
    ("Dr A. Patel & Mr J. Patel", "Dr A. Patel and Mr J. Patel", "Dr Patel and Mr Patel"),
    ("Jane Doe and family", "Jane Doe", "Jane Doe"),
    ("Jane Doe OBE", "Jane Doe OBE", "Jane Doe"),
    ("Jane Doe, OBE", "Jane Doe OBE", "Jane Doe"),
    ("Mr John Low JP", "Mr John Low JP", "Mr Low"),
    ("Anne Kaur (Mrs)", "Mrs Anne Kaur", "Mrs Kaur"),
    ("Anne Kaur (she/her)", "Anne Kaur", "Anne Kaur"),
    ("A. Kaur, Mrs", "Mrs A. Kaur", "Mrs Kaur"),
    ("Ludwig van der Berg", "Ludwig van der Berg", "Ludwig van der Berg"),
    ("Mr L. van der Berg", "Mr L. van der Berg", "Mr van der Berg"),
    ("Ms Rosa de la Cruz", "Ms Rosa de la Cruz", "Ms de la Cruz"),
    ("Mrs O’Brien", "Mrs O’Brien", "Mrs O’Brien"),
    ("Mr I. McDonald", "Mr I. McDonald", "Mr McDonald"),
    ("Mrs Ivy Delacroix-Hume", "Mrs Ivy Delacroix-Hume", "Mrs Delacroix-Hume"),
    ("Dave", "Dave", "Dave"),
    ("Kev x", "Kev", "Kev"),
    ("kev", "Kev", "Kev"),
    ("JANE DOE", "Jane Doe", "Jane Doe"),
    ("MRS A O'BRIEN", "Mrs A O'Brien", "Mrs O'Brien"),
    ("IAN MCDONALD", "Ian McDonald", "Ian McDonald"),
    ("ludwig van der berg", "Ludwig van der Berg", "Ludwig van der Berg"),
    ("mrs jean obafemi-hart", "Mrs Jean Obafemi-Hart", "Mrs Obafemi-Hart"),
    ("r. pickersgill", "R. Pickersgill", "R. Pickersgill"),
    ("Jane DOE", "Jane Doe", "Jane Doe"),
    ("Mohammed Anwar S.", "Mohammed Anwar S.", "Mohammed Anwar S."),
    ("Jane Doe, Chair of Governors", "Jane Doe", "Jane Doe"),
    ("Jane Doe - Parish Clerk", "Jane Doe", "Jane Doe"),
    ("Jane Doe, 14 High Street", "Jane Doe", "Jane Doe"),
    ("Dave, Southport", "Dave", "Dave"),
    ("Signed: Jane Doe", "Jane Doe", "Jane Doe"),
    ("pp Jane Doe", "Jane Doe", "Jane Doe"),
    ("~ Jane Doe ~", "Jane Doe", "Jane Doe"),
    ("Jane Doe.", "Jane Doe", "Jane Doe"),
    ("Jane Doe 🌻", "Jane Doe", "Jane Doe"),
    ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
    ("Earl Brown", "Earl Brown", "Earl Brown"),
    ("Mrs Kim Ng", "Mrs Kim Ng", "Mrs Ng"),
]

NOBODY = [
    "",
    " ",
    "-",
    "The Allotment Society",
    "Northmoor Parish Council",
    "Save Our Library Campaign",
    "Mill Garage Ltd",
    "Friends of Northmoor Park",
    "The Clerk",
    "Secretary",
    "A concerned resident",
    "A worried mum",
    "Name and address supplied",
    "jsmith72",
    "j.smith@example.org",
    "14 High Street",
    "ZZ1 2AB",
    "07700 900123",
    "www.example.org",
    "Thank you",
    "Yours sincerely",
    "Please help us",
    "Your constituent",
    "Sent from my phone",
    "J.S.",
    "Why not?",
    "See you there",
    "Mrs",
    "Mr and Mrs",
    "and",
    "Marcus and wife",
]


@pytest.mark.parametrize(("line", "name", "salutation"), ONE)
def test_a_name_is_read(line: str, name: str, salutation: str) -> None:
    read = read_name(line)
    assert read is not None
    assert (read.full, read.salutation) == (name, salutation)


@pytest.mark.parametrize("line", NOBODY)
def test_nobody_is_read_where_nobody_is_named(line: str) -> None:
    assert read_name(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("Doe, Jane", "Jane Doe"), ("van der Berg, Ludwig", "Ludwig van der Berg"), ("Jane Doe", "Jane Doe")],
)
def test_an_address_book_puts_the_surname_first(line: str, name: str) -> None:
    read = read_name(line, listed=True)
    assert read is not None
    assert read.full == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Allotment Society", "The Allotment Society"),
        ("NORTHMOOR PARISH COUNCIL", "Northmoor Parish Council"),
        ("Friends of Northmoor Park", "Friends of Northmoor Park"),
    ],
)
def test_an_organisation_has_a_name_and_nobody_to_greet(line: str, name: str) -> None:
    read = read_body_name(line)
    assert read is not None
    assert (read.full, read.salutation) == (name, "")


@given(st.text(max_size=80))
def test_any_line_is_read_without_trouble(line: str) -> None:
    for listed in (False, True):
        read = read_name(line, listed=listed)
        assert read is None or (read.full.strip() and read.salutation.strip())
