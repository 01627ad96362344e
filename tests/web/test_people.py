"""The pages for signing in, the first set-up, people and settings."""

from tests.web.browser import Browser


def test_the_pages_of_an_admin_are_well_made(as_ada: Browser) -> None:
    for path in ("/people/", "/people/add", "/people/3", "/settings/", "/password", "/help"):
        as_ada.get(path)


def test_the_start_page_leads_to_signing_in(nobody: Browser) -> None:
    assert nobody.get("/").heading == "Sign in"
