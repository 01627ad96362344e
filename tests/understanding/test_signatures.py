"""Who signs, in the ways people sign: the name and the greeting, and no word of it left in the letter."""

import pytest

from correspondence.intake.document import Document
from correspondence.understanding import understand

ASK = "Will you vote against the new runway? I live under the flight path, and the noise keeps us awake."

# (what stands under the letter, the mail's From, name, salutation)
SIGNED = [
    ("Yours sincerely,\n(Mrs) Margaret O'Donnell", "", "Mrs Margaret O'Donnell", "Mrs O'Donnell"),
    ("Best,\nSarah", "Dr Sarah Lund", "Dr Sarah Lund", "Dr Lund"),
    ("Best,\nSarah Lund", "Dr Sarah Lund", "Dr Sarah Lund", "Dr Lund"),
    ("Regards\nS. Lund", "Dr Sarah Lund", "Dr Sarah Lund", "Dr Lund"),
    ("Regards\nSarah Lund", "Mr S. Lund", "Sarah Lund", "Sarah Lund"),
    ("Regards\nJames Lund", "Dr Sarah Lund", "James Lund", "James Lund"),
    ("Regards\nPiet", "van der Meer, Piet (Dr)", "Dr Piet van der Meer", "Dr van der Meer"),
    ("Yours\nMrs A. Kaur", "Amrit Kaur", "Mrs A. Kaur", "Mrs Kaur"),
    ("Yours\nKaur", "Manjit Kaur", "Manjit Kaur", "Manjit Kaur"),
    ("Regards\nWei", "Zhang Wei", "Zhang Wei", "Zhang Wei"),
    ("Regards\nWei Zhang", "Zhang, Wei", "Wei Zhang", "Wei Zhang"),
    ("Many thanks in anticipation,\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("Kind regards and thanks\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("Warm regards from a wet Hatton,\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("With all good wishes for the season\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("Hoping you can help\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("Awaiting your reply\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("I remain, yours faithfully,\nHelen Dray", "", "Helen Dray", "Helen Dray"),
    ("From a very worried mum, Helen Dray", "", "Helen Dray", "Helen Dray"),
    ("Shalom\nRabbi Daniel Stern", "", "Rabbi Daniel Stern", "Rabbi Stern"),
    ("Wassalam\nImam Yusuf Rahman", "", "Imam Yusuf Rahman", "Imam Rahman"),
    ("Le meas\nMs Aoife Ní Bhroin", "", "Ms Aoife Ní Bhroin", "Ms Ní Bhroin"),
    ("Yours\nMr Rhodri ap Gwilym", "", "Mr Rhodri ap Gwilym", "Mr ap Gwilym"),
    ("Thx\nTaz", "", "Taz", "Taz"),
    ("Regards\nPC 1234 Jones", "", "PC Jones", "PC Jones"),
    ("Yours\nWing Commander Ian Low", "", "Wg Cdr Ian Low", "Wg Cdr Low"),
    ("Yours sincerely\nLt Col (retd) J. K. Roe", "", "Lt Col J. K. Roe", "Lt Col Roe"),
    ("Yours sincerely\nJohn Hart\nSusan Hart", "", "John Hart and Susan Hart", "John Hart and Susan Hart"),
    ("John Hart\nSusan Hart", "", "John Hart and Susan Hart", "John Hart and Susan Hart"),
    ("Yours\nMr J Hart\nMrs S Low\n4 The Green", "", "Mr J Hart and Mrs S Low", "Mr Hart and Mrs Low"),
    ("Yours sincerely\nH Dray\nHelen Dray (Miss)", "", "Miss Helen Dray", "Miss Dray"),
    ("Yours\nHelen Dray\nDray Farm", "", "Helen Dray", "Helen Dray"),
    ("Yours sincerely\nH. & B. Dray", "", "H. and B. Dray", "H. and B. Dray"),
    ("Yours sincerely\nMr B and Mrs H Dray", "", "Mr B and Mrs H Dray", "Mr and Mrs Dray"),
    ("Yours\nHelen Dray, J.P.", "", "Helen Dray J.P.", "Helen Dray"),
    ("Yours\nHelen Dray for and on behalf of Low & Sons Ltd", "", "Helen Dray", "Helen Dray"),
    ("Yours\nLily Parr (aged 9)", "", "Lily Parr", "Lily Parr"),
    ("thanks\nmr b patel", "", "Mr B Patel", "Mr Patel"),
    ("Thanking you in anticipation\nMrs J. Tubb (82 years)", "", "Mrs J. Tubb", "Mrs Tubb"),
    ("Much obliged\nNeil Crump", "", "Neil Crump", "Neil Crump"),
    ("Peace and love\nMoonbeam", "", "Moonbeam", "Moonbeam"),
    ("Yours in sorrow,\nRev'd Ann Poole", "", "Revd Ann Poole", "Revd Poole"),
    ("Yours sincerely\nP. Osgood\nPauline Osgood\nSecretary", "", "Pauline Osgood", "Pauline Osgood"),
    ("Thanks", "HART, Susan Mrs", "Mrs Susan Hart", "Mrs Hart"),
    ("Thanks", "Hart, Dr. S.", "Dr S. Hart", "Dr Hart"),
]


@pytest.mark.parametrize(("under", "author", "name", "salutation"), SIGNED)
def test_a_signature_gives_the_name_and_leaves_the_letter(
    under: str, author: str, name: str, salutation: str
) -> None:
    message = understand(Document("eml", f"Dear Ms Amberley,\n\n{ASK}\n\n{under}\n", author=author))
    assert message.constituent is not None
    assert (message.constituent.name, message.constituent.salutation) == (name, salutation)
    assert message.body == ASK


# as on a telephone: behind the letter's last sentence, in small letters, with or without its full stop
IN_PASSING = [
    (". cheers tracey bell", "Tracey Bell"),
    (". regards dave p", "Dave P"),
    (" thx sandra", "Sandra"),
    (" many thanks dave pratt xx", "Dave Pratt"),
    (" thx in advance sandra", "Sandra"),
    (". yours tracey bell", "Tracey Bell"),
    (". Yours sincerely, J. Dray", "J. Dray"),
    ("\ncheers tracey bell 07700 900123", "Tracey Bell"),
]


@pytest.mark.parametrize(("under", "name"), IN_PASSING)
def test_who_signs_in_passing_is_named(under: str, name: str) -> None:
    letter = "hi the bins in mill lane havent been emptied for 3 weeks"
    message = understand(Document("text", letter + under))
    assert message.constituent is not None
    assert message.constituent.name == name
    assert message.body.rstrip(".") == letter


def test_a_name_under_a_sign_off_in_passing_is_one() -> None:
    message = understand(Document("text", "the bins in mill lane havent been emptied thanks\ndave p"))
    assert message.constituent is not None
    assert message.constituent.name == "Dave P"


def test_who_signs_a_long_letter_of_one_line_is_named() -> None:
    message = understand(Document("text", f"Dear Ms Amberley, {f'{ASK} ' * 15}Yours sincerely, Helen Dray"))
    assert message.constituent is not None
    assert message.constituent.name == "Helen Dray"


@pytest.mark.parametrize("end", ["thanks everyone", "so many owe the nurses thanks", "no thanks to Boris"])
def test_thanks_at_the_end_of_a_letter_name_nobody(end: str) -> None:
    text = f"the bins in mill lane havent been emptied {end}"
    message = understand(Document("text", text))
    assert message.constituent is not None
    assert (message.constituent.name, message.body) == ("", text)


@pytest.mark.parametrize(
    "foot", ["- hunting trophies\n- beagles\n\n", "* leasehold reform\n* beagles\n", "- beagles\n\n"]
)
def test_a_list_at_the_foot_of_a_letter_is_no_signature(foot: str) -> None:
    message = understand(Document("text", f"{ASK}\n\nMy worries are:\n{foot}Tom Birch"))
    assert message.constituent is not None
    assert message.constituent.name == "Tom Birch"
    assert "beagles" in message.body


def test_a_name_behind_a_dash_is_one() -> None:
    message = understand(Document("text", f"{ASK}\n- Tom Birch"))
    assert message.constituent is not None
    assert message.constituent.name == "Tom Birch"


def test_the_title_over_a_letter_goes_with_the_name_under_it() -> None:
    head = "Dr P. J. van der Meer\n3 Mill Lane\nNorthmoor\nZZ1 2AB\n\n"
    text = f"{head}Dear Ms Amberley,\n\n{ASK}\n\nYours sincerely\nPiet van der Meer"
    found = understand(Document("eml", text)).constituent
    assert found is not None
    assert (found.name, found.salutation) == ("Dr P. J. van der Meer", "Dr van der Meer")


FORMS = [
    "Full name: Helen Dray\nEmail address: helen@example.org\nHow can we help?: {}",
    "Name\nHelen Dray\nEmail\nhelen@example.org\nPostcode\nZZ1 2AB\nMessage\n{}",
    "You have a new message from your website\n\nName: Helen Dray\nEmail: helen@example.org\nMessage: {}",
    "First Name: Helen\nSurname: Dray\nEmail: helen@example.org\nYour Enquiry: Dear Ms Amberley, {}",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_gives_the_name_and_leaves_the_letter(form: str) -> None:
    message = understand(Document("eml", form.format(ASK), author="Website", email="noreply@example.org"))
    assert message.constituent is not None
    assert (message.constituent.name, message.constituent.email) == ("Helen Dray", "helen@example.org")
    assert message.body == ASK
