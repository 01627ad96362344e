"""Lines of imported mails that say whom they went to keep their kind alone, as the greeting does.

Revision 0010.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TO = re.compile(
    r"(?:(?:sent|addressed|e-?mailed|by (?:e-?mail|post)) to|to|b?cc)\s*:.*", re.IGNORECASE | re.DOTALL
)
OVER_THE_TEXT = (
    "It tells about the text and is kept with the source.",
    "Address or reference above the greeting.",
)


def upgrade() -> None:
    source = sa.table("source", sa.column("id", sa.Integer()), sa.column("left_out", sa.JSON()))
    connection = op.get_bind()
    for key, lines in connection.execute(sa.select(source.c.id, source.c.left_out)).all():
        kept = [
            {**line, "text": "", "removed": [{"kind": "name"}]}
            if line["why"] in OVER_THE_TEXT and TO.fullmatch(line["text"])
            else line
            for line in lines
        ]
        if kept != lines:
            connection.execute(sa.update(source).where(source.c.id == key).values(left_out=kept))


def downgrade() -> None:
    """The words are in the originals alone."""
