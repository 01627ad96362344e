"""Why a line is left out, in the words that more than one rule says it in."""

HEADING = "A heading."
PAGE_TITLE = "The title, kept with the source."
ABOUT_THE_TEXT = "It tells about the text and is kept with the source."
ANOTHER_STORY = "A link to another article."
ASKED = "The question that is answered: not an answer of ours."
REPEATED = "It repeats a line of the text."
