"""Lines that are no statement, and lines that look like one and are."""

import pytest

from correspondence.harvest.bylines import byline
from correspondence.harvest.lines import is_heading, line_reason


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: A tale of two piers",
        "Read more",
        "Read also | Pier reopens",
        "RELATED: Pier closes",
        "https://example.org/pier",
        "Advertisement",
        "Article continues below",
        "Image: The pier at dusk",
        "(Photo: Harbour News)",
        "Getty Images",
        "Image caption The pier at dusk, before the storm that took its roof",
        "Jo Field MP.",
        "Like this? Follow us on Instagram and Threads for more",
        "This article was amended on 3 March 2024 to correct a name.",
        "Type your email...",
        "Link to Facebook Link to Instagram Link to YouTube Location Phone",
        "The pier at dusk (Image: Harbour News)",
        "Share this article",
        "Share on Facebook",
        "Facebook | Twitter | WhatsApp",
        "Join our politics WhatsApp group for the latest",
        "Sign up to our daily newsletter",
        "WIN BIG: Get £30 in free bets when you stake £10. 18+. T&Cs apply",
        "Sofas half price, no deposit! Call 01632 960114",
        "50% off all blinds. Ends Sunday!",
        "[ ] I am happy to be contacted by the party.",
        "The Liberals may use your contact details to keep you up to date. See our privacy policy.",
        "[Photo: Ada with the crew of the lifeboat]",
        "[ KEEP US GOING: The Bench needs you. Donate today ]",
        "[Like what you read? Support our work from £3 a month.]",
        "The Pier Review is paid for by readers like you.",
        "The Bench does not necessarily share the views of its guests.",
        "Views on this page are not necessarily those of the Gazette.",
        "The video player is currently unavailable. Check your settings.",
        "This clip is unavailable due to your cookie settings.",
        "Accept all cookies   Reject all cookies   Cookie policy",
        "Share    4 Comments",
        "For immediate use: Tuesday 3 May 2022",
        "Tuesday May 3 2022, 6.15am, The Saltby Herald on Sunday",
        "The pier at dusk, before the storm. Picture: Gazette/Jo Field",
        "- - - - - - -  2  - - - - - -",
        "Follow us on Twitter for more",
        "We use cookies to make this site work.",
        "By signing up you agree to our terms.",
        "12 comments",
        "4 min read",
        "Published: 3 Mar 2024 at 09:12",
        "updated: 16:14, 6 March 2024",
        "2 hours ago",
        "By Nell Harker, Environment Reporter",
        "* * *",
        "ENDS",
        "Allow Gull content from Instagram?",
        "This article includes content provided by Facebook. We ask for your permission before it is loaded.",
        "This page contains posts hosted by another site, which may set cookies.",
        "To see this content you must accept cookies.",
        "We respect your privacy",
        "Jump to the content",
        "Reading time: 4 minutes",
        "← Previous: The pier is to open in May",
        "Next post: Ten boats for a winter's day",
        "Promoted: Funeral plans from £9 a month",
        "GUTTERS CLEARED from £35. No job too small. Ring Jo on 01632 960 881",
        "PIANO LESSONS for all ages, in your own home. Call Pat: 01632 960456.",
        "SUPPORT LOCAL NEWS. For the price of a cup of tea we could hire a reporter. Click here to join us.",
        "Like what we do? Become a supporter today for £3 a month.",
        "Photos and interviews available on request",
        "High-res pictures available from the office",
        "For immediate release: 9 March 2023",
        "PRESS RELEASE - FOR IMMEDIATE RELEASE <<",
        "1. Home (https://gull.example/)\n2. Boats (https://gull.example/boats)",
        "[cid:logo_pier.png]",
        "Printed and promoted by R. Cole on behalf of A. Amberley MP, both at 4 Quay Street.",
        "Question: To ask the Minister for Piers, what steps he is taking to open the pier.",
    ],
)
def test_a_line_of_the_page_is_known_and_a_sentence_says_why(line: str) -> None:
    assert line_reason(line).endswith(".")


@pytest.mark.parametrize(
    "line",
    [
        "Read the report, and you will see that the pier was never inspected.",
        "Join us in asking the Minister to think again about the pier.",
        "By 2030 every house here will have a heat pump, the Government says.",
        "Share prices fell by 3% on the day the pier closed.",
        "On 3 March 2024 we met the Minister and asked for a date.",
        "Home to 4,000 people, the island has no doctor.",
        "Watch any train leave at 8 a.m. and you will see people standing.",
        "To have £150 taken off your bill, call 0800 030 9322.",
        "The free bus pass for those aged 18+ ends in March.",
        "[She asked the ministers to join the crew on the quay.]",
        "The Minister does not necessarily support the plan.",
        "The pier was unavailable for a year, and the video shows why.",
        "The Bill sets out how the NHS may use your data for research.",
        "If you do not want your records to be shared, you can opt out.",
        "☐ 40,000 new homes by 2030",
        "Live music keeps 200 people of this town in work.",
        "News that the ward will stay open was welcome.",
        "I was elected as the MP for Northmoor in 2019.",
        "Like many of you, I find it hard to see who would pay for the pier.",
        "This article of the treaty was agreed in a night and nobody has read it since.",
    ],
)
def test_a_sentence_that_begins_like_one_stays(line: str) -> None:
    assert line_reason(line) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Nell Harker", "Nell Harker"),
        ("By NELL HARKER", "Nell Harker"),
        ("Written by Nell O’Hara-Smith, Political Editor", "Nell O’Hara-Smith"),
        ("Ada Amberley, Northmoor MP", "Ada Amberley"),
        ("Ada Amberley MP", "Ada Amberley"),
        ("Ada Amberley is the MP for Northmoor.", "Ada Amberley"),
        ("Ada Amberley is Labour MP for Northmoor and a former nurse", "Ada Amberley"),
        ("Posted on March 3, 2024 by Ada Amberley", "Ada Amberley"),
        ("Ada Amberley MP writes:", "Ada Amberley"),
        ("Author: Ada Amberley", "Ada Amberley"),
        ("Answered on 3 March 2024 by Ada Amberley", "Ada Amberley"),
        ("Ada Amberley (Northmoor) (Ind):", "Ada Amberley"),
        ("By MPs Ada Amberley and Jo Field", "Ada Amberley and Jo Field"),
        ("Statement from Ada Amberley MP on the closure of the pier", ""),
        ("By the end of the year", ""),
        ("The Home Secretary is a former MP for Ash, and knows the town.", ""),
        ("Ada Amberley said that the MP for Ash was wrong.", ""),
    ],
)
def test_a_byline_gives_the_name_of_the_writer(line: str, name: str) -> None:
    assert byline(line) == name


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("How the bill works", True),
        ("What happens next?", True),
        ("1. Housing", True),
        ("Enough is enough.", False),
        ("But is it enough?", False),
        ("We can, and must, do better!", False),
        ("“Nobody asked us”", False),
        ("and so it goes", False),
        ("The three things that I asked for:", False),
    ],
)
def test_a_heading_is_short_and_ends_as_no_sentence_does(line: str, heading: bool) -> None:
    assert is_heading(line) is heading
