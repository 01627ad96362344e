"""Which paragraphs of a cut a person should look at, and which not."""

import pytest

from correspondence.figures import find
from correspondence.figures.world import World, shipped
from correspondence.harvest import doubts
from correspondence.models import OFFICE, Paragraph, Source, Version

WORLD = World(shipped())
SAID = "I saw the boat go, and nobody on the quay could do a thing about it."


def cut_out(
    text: str,
    *,
    source: str = "reply",
    voice: str = OFFICE,
    speaker: str = "",
    kind: str = "policy",
    state: str = "proposed",
    number: int = 1,
    removed: str = "",
) -> Paragraph:
    """A Paragraph as import leaves it, in no database."""
    version = Version(text=text, voice=voice, speaker=speaker, number=number)
    version.figures = find(text, None)
    version.removed = [{"kind": kind} for kind in removed.split(", ") if kind]
    whose = Source(kind=source, voice="", publisher="")
    return Paragraph(kind=kind, state=state, source=whose, versions=[version])


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (cut_out("The boats of the harbour at Saltby in"), doubts.NO_END),
        (cut_out("and nobody has seen the boat since."), doubts.IN_THE_MIDDLE),
        (cut_out("Our newsletter tells you when the boats go."), doubts.OF_THE_PAGE),
        (cut_out("Saltby Harbour Office www.harbour.example."), doubts.OF_THE_PAGE),
        (cut_out("Your daughter may travel free of charge."), "“Your daughter”"),
        (cut_out("It is as you told me you saw it."), "“you told me you saw”"),
        (cut_out("I will tell you in this column what she says.", source="column"), doubts.OF_A_COLUMN),
        (cut_out("My constituent Ivy from Saltby fell.", source="column"), doubts.OF_A_CONSTITUENT),
        (cut_out("Mrs Ivy Cole, one of my constituents, fell.", source="column"), doubts.OF_A_CONSTITUENT),
        (cut_out("It answers as soon as it can.", removed="case details"), doubts.SCRAP),
        (cut_out("It has the form now.", removed="name, case details"), doubts.SCRAP),
        (
            cut_out("I have written to the Minister and shall let you know when I hear back."),
            "“shall let you know”",
        ),
        (
            cut_out("I wrote to the council in May, and I will, of course, keep you informed."),
            "“will, of course, keep",
        ),
        (cut_out("We’ll be in touch once we hear.", kind="closing"), "“’ll be in touch”"),
        (cut_out("I will share any reply that I receive."), "“will share any”"),
        (cut_out("You will hear from me as soon as he answers."), "“You will hear from me”"),
        (cut_out("I have taken three steps on your behalf."), "“on your behalf”"),
        (cut_out("I have passed on your comments to the Minister."), "“passed on your comments”"),
        (cut_out("I wrote to her, enclosing a copy of your letter."), "“enclosing a copy of your letter”"),
        (
            cut_out("Thank you for your letter of 2 March about piers.", kind="opening"),
            "“your letter of 2 March”",
        ),
        (cut_out("You also asked about the toll, which is £2."), "“You also asked”"),
        (cut_out("The car ((registration)) was towed.", removed="number"), doubts.GAP),
        (cut_out("I saw ((name)) in May.", removed="name"), doubts.GAP),
        (cut_out("I wrote again today.", removed="number"), doubts.GAP),
        (
            cut_out("I asked the Minister for Care, Jo Field MP, to act."),
            "names Jo Field as Minister for Care.",
        ),
        (cut_out("Buses Minister Jo Field agrees."), "names Jo Field as Buses Minister."),
        (cut_out(f"“{SAID}”", source="report", voice="the newspaper"), doubts.WHOSE),
        (cut_out(SAID, source="report", voice="the newspaper"), doubts.WHOSE),
        (cut_out(f"“{SAID}”", source="report", voice="the Pier Trust"), doubts.WHOSE),
        (cut_out(f"It says: “{SAID}”", speaker="somebody who is quoted"), doubts.WHOSE),
    ],
)
def test_what_may_be_wrong_is_said(paragraph: Paragraph, said: str) -> None:
    [told] = doubts.of_paragraph(paragraph, WORLD)
    assert said in told


@pytest.mark.parametrize(
    "paragraph",
    [
        cut_out("The harbour was dredged in May."),
        cut_out("I will tell you in this column.", source="column", voice="Jo Field"),
        cut_out("I wrote a column on it in May.", source="column"),
        cut_out("I hope that this helps.", removed="name"),
        cut_out("Dear ((name)), the harbour was dredged in May."),
        cut_out("I saw ((name)) in May.", removed="name", number=2),
        cut_out("I ask for three things:\n- a pier\n- a crane"),
        cut_out("Please e-mail my office or call 01632 960 118 at www.ada.example.", kind="closing"),
        cut_out(f"“{SAID}”", source="report", voice="Jo Field, of the Pier Trust"),
        cut_out(f"“{SAID}”", source="report", voice="Pier Trust manager Jo Field"),
        cut_out(f"“{SAID}”", source="report", voice="Jo Field from the Saltby Pier Network"),
        cut_out("I have written to the Minister to ask when the boats will go."),
        cut_out("I understand that the council will write to you. I welcome that."),
        cut_out("I share your concern that the boats no longer go."),
        cut_out("I know that you have raised your concerns with the council."),
        cut_out("I am grateful to you for sharing your views.", kind="opening"),
        cut_out("I will share her reply with constituents who have raised it."),
        cut_out("Thank you for your letter of ((letter date)) about piers.", kind="opening"),
        cut_out("Thank you again for writing.", kind="closing"),
        cut_out("Thank you for your letter of 2 March on behalf of your constituent.", voice="Jo Field"),
        cut_out("I will keep pressing the Minister on this."),
        cut_out("I shall let you know what I saw there.", source="column", voice="Jo Field"),
        cut_out("The trust said that “I” was no word for a trust.", source="report", voice="the newspaper"),
        cut_out("Your daughter may travel free of charge.", source="column"),
        cut_out("Recently, my constituents told me of a fall. A constituent fell.", source="column"),
        cut_out("My constituent Ivy from Saltby fell.", source="column", voice="Jo Field"),
        cut_out("I asked the Minister for Care to act."),
        cut_out("I asked the former Minister for Care, Jo Field MP, to act."),
        cut_out("I asked the Environment Secretary, Emma Reynolds, to act."),
        cut_out("Jo Field, Minister for Care, agreed.", source="report", voice="the newspaper"),
        cut_out("The boats of the harbour at Saltby in", state="approved"),
        cut_out("The boats of the harbour at Saltby in", number=2),
    ],
)
def test_what_is_right_or_was_looked_at_is_not_doubted(paragraph: Paragraph) -> None:
    assert doubts.of_paragraph(paragraph, WORLD) == []
