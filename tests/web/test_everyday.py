"""The page of everyday words: looked through, added to, changed, taken out, put back, as a file."""

import io

import pytest
from sqlalchemy import Engine

from correspondence import db
from correspondence.bank import everyday
from tests.web.browser import Browser
from tests.web.page import Page, text_of

ROWS = "//ul[contains(@class, 'everyday-rows')]/li"


def rows(page: Page) -> dict[str, str]:
    """What stands in each row: the words -> whose they are."""
    return {
        text_of(row.xpath("./b")[0]): text_of(row.xpath(".//*[@class='muted']")[0])
        for row in page.tree.xpath(ROWS)
    }


def test_the_list_is_paged_searched_and_filtered_by_whose(as_cas: Browser) -> None:
    page = as_cas.get("/bank/everyday")
    assert len(rows(page)) == 50
    assert page.tree.xpath("//nav[@class='pages']//a[@rel='next']/@href") == ["/bank/everyday?page=2"]
    page = as_cas.get("/bank/everyday?q=taxman")
    assert rows(page) == {"taxman": "shipped"}
    page = as_cas.get("/bank/everyday?whose=added")
    assert "Nothing in the list is like this." in page.text
    assert as_cas.get("/bank/everyday?whose=nobody&page=x").status == 200


def test_an_entry_is_added_changed_and_taken_out_for_good(as_cas: Browser) -> None:
    page = as_cas.post("/bank/everyday", {"said": "wurzel gang", "means": "smallholdings"})
    assert "Added. It counts from the next match on." in page.text
    assert rows(page) == {"wurzel gang": "added here"}
    page = as_cas.post(
        "/bank/everyday/change?q=wurzel", {"change-said": "wurzel gang", "change-means": "county farms"}
    )
    assert text_of(page.tree.xpath(f"{ROWS}/span[@class='everyday-means']")[0]) == "county farms"
    page = as_cas.post("/bank/everyday/take-out?q=wurzel", {"said": "wurzel gang"})
    assert rows(page) == {}


def test_a_shipped_entry_is_taken_out_and_put_back(as_cas: Browser) -> None:
    page = as_cas.post("/bank/everyday/take-out?q=taxman", {"said": "taxman"})
    assert rows(page) == {"taxman": "taken out"}
    assert rows(as_cas.get("/bank/everyday?whose=out")) == {"taxman": "taken out"}
    page = as_cas.post("/bank/everyday/put-back?q=taxman", {"said": "taxman"})
    assert rows(page) == {"taxman": "shipped"}


def test_every_form_of_a_page_can_be_sent_as_it_stands(as_cas: Browser) -> None:
    page = as_cas.get("/bank/everyday?q=taxman")
    [form] = page.tree.xpath("//form[contains(@action, '/change')]")
    assert dict(form.fields)["change-said"] == "taxman"
    page = as_cas.post(form.action, {**dict(form.fields), "change-means": "tax collectors"})
    assert rows(page) == {"taxman": "changed here"}


@pytest.mark.parametrize(
    ("path", "data", "sentence", "field"),
    [
        ("", {"said": "taxman", "means": "x"}, "“taxman” is in the list already.", "said"),
        ("", {"said": "", "means": "x"}, "Give the words that people use.", "said"),
        ("", {"said": "x", "means": ";"}, "Say what it means in official words.", "means"),
        ("", {"said": "x" * 81, "means": "x"}, "Use 80 characters or fewer.", "said"),
        (
            "/change",
            {"change-said": "taxman", "change-means": " "},
            "Say what it means in official words.",
            "change-means",
        ),
        ("/import", {}, "Choose a CSV file.", "file"),
        (
            "/import",
            {"file": b"wurzel,farms\nthe,x"},
            "Line 2: “the” tells nothing by itself. Add a word that does.",
            "file",
        ),
    ],
)
def test_what_is_refused_is_said_at_its_field(
    as_cas: Browser, path: str, data: dict[str, object], sentence: str, field: str
) -> None:
    sent = {name: (io.BytesIO(it), "w.csv") if isinstance(it, bytes) else it for name, it in data.items()}
    page = as_cas.post(f"/bank/everyday{path}", sent, status=422)
    assert page.errors == [sentence]
    assert sentence in text_of(page.tree.xpath(f"//*[@id='{field}-error']")[0])
    assert len(rows(page)) == (1 if path == "/change" else 50)
    assert rows(as_cas.get("/bank/everyday?q=wurzel")) == {}


def test_an_entry_that_is_not_there_is_not_found(as_cas: Browser) -> None:
    assert as_cas.post_raw("/bank/everyday/take-out", {"said": "wurzel gang"}).status_code == 404


def test_the_list_is_taken_away_and_brought_in(as_cas: Browser, engine: Engine, ada_office: int) -> None:
    as_cas.post("/bank/everyday", {"said": "wurzel gang", "means": "smallholdings; £5"})
    answer = as_cas.get_raw("/bank/everyday.csv")
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    as_cas.post("/bank/everyday/take-out", {"said": "wurzel gang"})
    page = as_cas.post("/bank/everyday/import", {"file": (io.BytesIO(answer.data), "w.csv")})
    assert "Brought in: 1 entry is new or changed." in page.text
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        [entry] = everyday.listed(session, "wurzel")
    assert (entry.said, entry.means) == ("wurzel gang", "smallholdings; £5")


def test_what_somebody_types_is_shown_and_never_run(as_cas: Browser) -> None:
    page = as_cas.post("/bank/everyday", {"said": "<script>alert</script>", "means": "<b>x</b>"})
    assert rows(page) == {"<script>alert</script>": "added here"}
