"""More ways in which offices and papers lay out what they write: each file short, in our own words."""

import datetime as dt

import pytest

from correspondence.harvest.layout import PART
from correspondence.models import OFFICE
from tests.harvest.cuts import cut_text, kinds, left_out, texts, voices

ADA = "Ada Amberley"
COLUMN = "Last week I walked the pier.\n\nIt has been shut for 90 days.\n\nI want it open by June."


@pytest.mark.parametrize(
    ("text", "title", "author", "date"),
    [
        (
            "Statement from Ada Amberley MP on the closure of the pier\n\n4 June 2024\n\n"
            "“I am sad.\n\n“It was ours.”",
            "Statement from Ada Amberley MP on the closure of the pier",
            ADA,
            dt.date(2024, 6, 4),
        ),
        (
            f"Open our pier, please\n\n{COLUMN}\n\nAda Amberley\nMP for Northmoor",
            "Open our pier, please",
            ADA,
            None,
        ),
        (
            f"Westminster Hall debate on piers, 6 May 2024\n\nAda Amberley (Northmoor) (Ind):\n\n{COLUMN}",
            "Westminster Hall debate on piers, 6 May 2024",
            ADA,
            dt.date(2024, 5, 6),
        ),
        (
            f"What we owe to the men of 6 June 1944\n\n{COLUMN}",
            "What we owe to the men of 6 June 1944",
            "",
            None,
        ),
        (
            f"To ask the Minister when the pier will open.\n\nAnswered on 6 May 2024 by {ADA}\n\n{COLUMN}",
            "",
            ADA,
            dt.date(2024, 5, 6),
        ),
    ],
)
def test_title_author_and_day_are_read_where_they_stand(
    text: str, title: str, author: str, date: dt.date | None
) -> None:
    source = cut_text(text)
    assert (source.title, source.author, source.date) == (title, author, date)


def test_a_statement_in_marks_is_its_authors_words_without_them() -> None:
    source = cut_text("Statement by Ada Amberley MP on the pier\n\n“I am sad.\n\n“It was “safe”, they said.”")
    assert texts(source) == ["I am sad.", "It was “safe”, they said."]
    assert voices(source) == [ADA, ADA]


def test_a_reply_quoted_in_our_letter_is_the_ministers_and_the_words_round_it_are_ours() -> None:
    source = cut_text(
        "Dear Mrs Fell\n\nThank you for writing to me about the pier.\n\n"
        "I have had the following response from the Minister:\n\n"
        "“The pier is the council’s, and it will be mended in time.\n\n“We have given it £3 million.”\n\n"
        "I hope that this helps. I remain opposed to the closure.\n\n"
        "Yours sincerely\n\nAda Amberley MP\n\nEnc. Letter from the Minister"
    )
    assert voices(source) == [OFFICE, "the Minister", "the Minister", OFFICE]
    assert kinds(source)[-1] == "position"


def test_a_heading_below_the_opening_is_not_what_the_letter_is_about() -> None:
    source = cut_text(
        "Dear Constituent\n\nThank you for writing.\n\nTHE BILL\n\nI support it.\n\nYours sincerely"
    )
    assert source.title == ""


def test_a_constituents_number_is_not_in_the_title() -> None:
    source = cut_text(
        "Subject: RE: The pier (Case Ref: AA10431)\n\nDear Jo\n\nI agree with you.\n\nYours sincerely"
    )
    assert source.title == "The pier"


def test_comments_under_an_article_are_nobodys_we_know() -> None:
    source = cut_text(
        f"Open our pier\n\nBy Ada Amberley\n\n{COLUMN}\n\nComments (2)\n\nJoB: She never came here!"
    )
    assert "JoB: She never came here!" in left_out(source)


def test_a_line_printed_a_second_time_is_kept_once() -> None:
    source = cut_text(f"By Ada Amberley\n\n“It has been shut for 90 days”\n\n{COLUMN}")
    assert "“It has been shut for 90 days”" in left_out(source)


def test_a_report_in_single_marks_is_no_column_though_it_quotes_somebody_who_says_i() -> None:
    source = cut_text(
        "Jo Field spoke in the Commons on Tuesday about the pier.\n\nShe said: 'I am sick of excuses, "
        "and so is all of Saltby.'\n\nA port spokesman said: "
        "'We're sorry for the delay, and we will mend it.'"
    )
    assert source.kind == "report"
    assert voices(source) == ["the newspaper", "Jo Field", "A port spokesman"]


def test_a_heading_inside_a_quotation_does_not_end_it() -> None:
    source = cut_text(
        "The pier is to close.\n\nJo Field said: “It was never safe, as all knew.\n\nA long history\n\n"
        "“We asked for repairs in 2019.”"
    )
    assert voices(source) == ["the newspaper", "Jo Field", "Jo Field"]


@pytest.mark.parametrize("end", [". ", " "])
def test_a_letter_of_one_endless_paragraph_is_cut_into_parts_that_lose_no_word(end: str) -> None:
    text = "".join(f"We asked for ferry {number} to be mended{end}" for number in range(2_500)).strip()
    parts = texts(cut_text(text))
    assert " ".join(parts) == text
    assert max(map(len, parts)) <= PART
    assert end == " " or all(part.endswith(".") for part in parts)


REPORT = [
    "Boats to Saltby will not run after dusk this winter, the harbour trust has decided.",
    "The last one will leave at half past four, and those who miss it will wait for the morning tide.",
    "Nearly 300 people work on the other side, most of them in the two hotels along the front.",
]


def test_a_report_that_goes_on_under_a_list_of_others_is_read_to_its_end() -> None:
    after = [
        "The trust has lost £41,000 on evening boats since May and has two skippers fewer than last year.",
        "It will look at the matter again in spring, when the new pontoon has been paid for.",
        "A bus goes round by the bridge, which takes an hour and ten minutes on a good day.",
    ]
    text = "\n\n".join([*REPORT, "Most Read", "Cat found in lighthouse", *after])
    assert texts(cut_text(text)) == [*REPORT, *after]


def test_a_button_stuck_to_a_paragraph_is_parted_from_it() -> None:
    source = cut_text("\n\n".join([REPORT[0], "Advertisement", f"Hide Ad{REPORT[1]}", REPORT[2]]))
    assert texts(source) == REPORT
    assert left_out(source) == ["Advertisement", "Hide Ad"]


@pytest.mark.parametrize(
    "sign_off",
    [
        "With every good wish,",
        "With all good wishes",
        "All good wishes,",
        "With warm regards and every good wish",
        "With many thanks and best wishes to you all,",
    ],
)
def test_every_good_wish_is_a_sign_off(sign_off: str) -> None:
    source = cut_text(f"Dear Mr Bell\n\nThe pier is safe.\n\n{sign_off}\n\nAda Amberley MP\n\nSaltby")
    assert (source.author, texts(source)) == (ADA, ["The pier is safe."])
    assert sign_off in left_out(source)


def test_a_good_wish_that_goes_on_is_no_sign_off() -> None:
    wish = "With every good wish that I have, I cannot mend the pier alone."
    assert texts(cut_text(f"Dear Mr Bell\n\nThe pier is safe.\n\n{wish}\n\nYours\n\nAda"))[1] == wish


NEWS = [
    "The pier has been shut since the storm, and nobody at the board will say on what day it is to open.",
    "I have asked twice, in the Commons and by letter, and I have been told to wait until the spring.",
]


@pytest.mark.parametrize(
    "contents",
    [
        "Contents\n\n– New rules\n– Who pays",
        "On this page:\n1. New rules\n2. Who pays",
        "- New rules\n- Who pays",
        "Contents\n\n- The rules that will be made\n- Payment",
    ],
)
def test_a_list_of_what_a_page_contains_is_left_out(contents: str) -> None:
    head = ["Written statement to Parliament", "Safe piers for the county", "Made by Ada Amberley MP"]
    source = cut_text("\n\n".join([*head, contents, "New rules", NEWS[0], "Who pays", NEWS[1]]))
    assert source.title == head[1]
    assert texts(source) == NEWS


@pytest.mark.parametrize("listed", ["- New rules\n- A new crane", "- New rules for all.\n- Who pays?"])
def test_a_list_that_no_heading_repeats_stays(listed: str) -> None:
    head = ["Safe piers for the county", "By Ada Amberley MP", NEWS[0]]
    assert listed in texts(cut_text("\n\n".join([*head, listed, "New rules", NEWS[1]])))


def test_the_kind_of_a_page_is_its_title_where_it_has_no_other() -> None:
    kind = "Written statement to Parliament"
    assert cut_text("\n\n".join([kind, *NEWS])).title == kind


@pytest.mark.parametrize(
    ("site", "imprint", "said", "kind"),
    [
        ("Harbour Liberals", "", "Harbour Liberals believe that a pier is for everybody.", "position"),
        ("Harbour Liberals", "", "The Harbour Liberals would scrap the toll.", "position"),
        ("Harbour Liberals", "", "That is why Harbour Liberals have tabled a motion.", "action"),
        ("Saltby Aid", "", "Saltby Aid is calling for a fund for piers.", "position"),
        ("Saltby Aid", "", "Saltby Aid supports 300 families.", "policy"),
        ("News", "Promoted by J. Cole on behalf of the Tidal Party, 4 Quay Street.",
         "The Tidal Party calls for a fund for piers.", "position"),
        ("Harbour Liberals", "", "Labour believes that the toll should stay.", "policy"),
        ("Harbour Liberals", "", "Ministers say that Harbour Liberals want a toll.", "policy"),
    ],
)  # fmt: skip
def test_what_the_body_of_the_page_holds_is_a_position(site: str, imprint: str, said: str, kind: str) -> None:
    page = [site, "Open our pier, please", "By Ada Amberley MP", NEWS[0], said, NEWS[1], imprint]
    source = cut_text("\n\n".join(page).strip())
    assert kinds(source)[texts(source).index(said)] == kind


def test_a_speech_that_opens_with_good_morning_is_no_reply() -> None:
    opens = "Good morning, everybody, and thank you, Jo, for that."
    speech = "\n\n".join(["Speech", "3 May 2024", opens, *REPORT, "Thank you for listening."])
    source = cut_text(speech)
    assert source.kind == "column"
    assert kinds(source) == ["opening", "policy", "policy", "policy", "closing"]


@pytest.mark.parametrize(
    ("signed", "author"),
    [
        ("Lord Field of Saltby", "Lord Field of Saltby"),
        ("The Baroness Ash of Stow on the Wold", "Baroness Ash of Stow on the Wold"),
        ("The Rt Hon the Lord Rowan CBE", "Lord Rowan"),
    ],
)
def test_a_lord_signs_with_a_place(signed: str, author: str) -> None:
    text = ["Dear Ms Ash", "Thank you for your letter on the pier.", "I have asked the Minister to mend it."]
    end = "With warm thanks for your letter, and with every good wish to you all."
    source = cut_text("\n\n".join([*text, end, "Yours ever", "[signed]", signed]))
    assert (source.author, source.paragraphs[-1].kind) == (author, "closing")
