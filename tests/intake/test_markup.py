"""The HTML of a mail becomes the text a reader would see."""

import pytest

from correspondence.intake.markup import to_text


@pytest.mark.parametrize(
    "html, text",
    [
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("a\n   b&nbsp;&amp;&#8217;c", "a b &’c"),
        ("<ul><li>One<li><p>Two</p></ul>after", "- One\n- Two\n\nafter"),
        ("<table><tr><td>Rent</td><td>£5</td></tr><tr><td>Heat</td></tr></table>", "Rent\t£5\nHeat"),
        ("Yes<blockquote>No<br>way</blockquote>end", "Yes\n\n> No\n> way\n\nend"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<style>p{}</style><script>x()</script><title>t</title>words", "words"),
        ('<p style="display : NONE">secret</p>words', "words"),
        ('<div style="font-size:0"><p style="font-size:14px">words</p>secret</div>', "words"),
        ("<p hidden>secret<b>more</b></p>words", "words"),
        ('<img src="https://example.org/t.gif" alt="Seen">words', "words"),
        ('<a href="https://example.org/x">words</a>', "words"),
        ("<!-- secret -->words", "words"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_html_reads_as_it_looks(html: str, text: str) -> None:
    assert to_text(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>" + "x" * 20_000 + "</td><td>y</td></tr>" + "<tr><td>a</td><td>b</td></tr>" * 2_000,
        '<p style="padding-left:30000000em">hi</p>',
        "<blockquote>" * 5_000 + "deep<br>" * 100,
        "<div>" * 5_000 + "deep",
    ],
)
def test_layout_cannot_make_the_text_much_longer_than_the_html(html: str) -> None:
    assert 0 < len(to_text(html)) <= len(html)
