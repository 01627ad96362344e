"""What of a reply is of one letter alone: the day it was sent, a day with its writer, a letter before it."""

import pytest

from correspondence.harvest import leaning


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thank you for your letter of 2 March about piers.", "your letter of 2 March"),
        ("Thank you for your email dated 3rd of May on piers.", "your email dated 3rd of May"),
        ("Thank you for your recent e-mail, dated March 2, 2026.", "your recent e-mail, dated March 2, 2026"),
        ("I have your message which I received on Tuesday.", "your message which I received on Tuesday"),
        ("Thank you for your letter to me of 02/03/26.", "your letter to me of 02/03/26"),
        ("Thank you for your email this morning.", "your email this morning"),
        ("When you wrote to me on 4 May, the pier stood.", "you wrote to me on 4 May"),
        ("Since you wrote on 4 May, it has stood.", "you wrote on 4 May"),
        ("As I said when we spoke on Tuesday, it stands.", "As I said when we spoke on Tuesday"),
        ("When we met at my surgery on 4 May, you said so.", "When we met at my surgery on 4 May"),
        ("I was glad to meet you at the pier on 4 May.", "I was glad to meet you at the pier on 4 May"),
        ("When you came to see me on Friday, it was open.", "When you came to see me on Friday"),
        ("Further to our call on 4 May, it has been shut.", "Further to our call on 4 May"),
    ],
)
def test_the_day_of_one_letter_or_of_one_person_is_told(text: str, words: str) -> None:
    (told,) = leaning.days(text)
    assert f"“{words}”" in told


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your letter of ((letter date)) about piers.",
        "Thank you for your letter about the vote of 2 March.",
        "I wrote to the Minister on 2 March.",
        "In my letter of 2 March to the Minister I asked for more.",
        "I met you all on Tuesday.",
        "You may write to the council by 2 March.",
        "The column that you wrote on Monday is right.",
        "When we met the Minister on 4 March, she promised to look again.",
        "When we met campaigners from the town on 4 March, they told me so.",
        "When you met the Minister on 4 March, he agreed.",
        "At our meeting on 3 March 2026 with the Chancellor the Mayor agreed.",
        "I raised it with the Minister at our meeting on 24 July.",
        "Our discussion on Monday in the House showed that.",
        "My staff can meet you on Fridays in the library.",
        "They can meet you on Friday at the library.",
        "I meet you on Friday mornings.",
    ],
)
def test_other_days_are_let_be(text: str) -> None:
    assert leaning.days(text) == leaning.leans(text, "policy") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("You also asked about the toll.", "policy", "You also asked"),
        ("On your second point, the toll is £2.", "policy", "your second point"),
        ("But tolls are only half of it.", "policy", "But"),
        ("More broadly, I know how dear the pier is.", "position", "More broadly"),
        ("You are right that most piers live on gifts.", "policy", "You are right that"),
        ("The toll is, as you rightly say, £2.", "policy", "as you rightly say"),
        ("As I said in my last letter, it is £2.", "policy", "my last letter"),
        ("Further to my letter, the toll is £2.", "opening", "Further to my letter"),
        ("I look forward to meeting you on Saturday.", "closing", "meeting you on Saturday"),
        ("When we spoke on Tuesday she agreed.", "policy", "When we spoke on Tuesday"),
        ("Since our call on 4 May it has been shut.", "policy", "our call on 4 May"),
        ("I shall answer your letter on Friday.", "policy", "your letter on Friday"),
        ("I have your letter to Ofgem of 4 March.", "policy", "your letter to Ofgem of 4 March"),
        ("Your polling card from 4 May is good.", "policy", "Your polling card from 4 May"),
        ("As I explained when we last spoke, it is £2.", "policy", "As I explained when"),
        ("Thank you again for your letter about the toll.", "opening", "Thank you again"),
        ("Thank you for getting in touch again.", "opening", "Thank you for getting in touch again"),
    ],
)
def test_what_leans_on_another_letter_is_told(text: str, kind: str, words: str) -> None:
    assert leaning.days(text) == []
    assert any(f"“{words}”" in told for told in leaning.leans(text, kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thank you again for writing to me.", "closing"),
        ("Thank you for getting in touch about the toll.", "opening"),
        ("Some of you also asked about the toll.", "policy"),
        ("As I said in the House on 2 March, it is £2.", "policy"),
        ("I also asked the Minister about the toll.", "action"),
        ("If you have another point to raise, please write again.", "closing"),
    ],
)
def test_what_stands_by_itself_is_let_be(text: str, kind: str) -> None:
    assert leaning.leans(text, kind) == []
