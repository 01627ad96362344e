"""Correspondence answers letters to a Member of Parliament from the office's own paragraphs.

The flow, in one direction: `intake` reads a file into a Document; `harvest` cuts a Document of ours
into Paragraphs and `figures` finds what in them can go out of date; `understanding` turns a Document
of theirs into a Message with its Points; `matching` finds Versions for each Point; `drafting` puts
them in order and says what a person must look at; `export` makes the Word letter. `bank`, `inbox` and
`desk` gather what a step needs, call it and store what it gives. `web` and `cli` are thin above them.
"""

import os

# NumPy's products here are small. Shared among threads they take longer, for the threads wait by turning.
# Its library reads this once, when NumPy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
