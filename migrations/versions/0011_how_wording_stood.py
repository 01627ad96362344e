"""Whether wording was approved when the next one came, told of what is there by what was done.

Revision 0011.
"""

from itertools import pairwise

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "version", sa.Column("was_approved", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    version = sa.table(
        "version", sa.column("id", sa.Integer()), sa.column("paragraph_id", sa.Integer()),
        sa.column("number", sa.Integer()), sa.column("created_at", sa.DateTime(timezone=True)),
        sa.column("was_approved", sa.Boolean()),
    )  # fmt: skip
    connection = op.get_bind()
    acts = _acts(connection)
    rows = connection.execute(
        sa.select(version.c.id, version.c.paragraph_id, version.c.created_at).order_by(
            version.c.paragraph_id, version.c.number
        )
    ).all()
    for (key, paragraph, start), (_key, following, end) in pairwise(rows):
        if paragraph == following:
            meanwhile = [act for at, act in acts.get(paragraph, ()) if start <= at < end]
            if meanwhile and meanwhile[-1] == "approve":
                found = sa.update(version).where(version.c.id == key)
                connection.execute(found.values(was_approved=True))


def downgrade() -> None:
    op.drop_column("version", "was_approved")


def _acts(connection):
    """By Paragraph: when it was approved, and when that ended, the oldest first."""
    event = sa.table(
        "audit_event", sa.column("id", sa.Integer()), sa.column("at", sa.DateTime(timezone=True)),
        sa.column("act", sa.Text()), sa.column("noun", sa.Text()), sa.column("noun_id", sa.Integer()),
        sa.column("detail", sa.JSON()),
    )  # fmt: skip
    found = sa.select(event).where(event.c.act.in_(("approve", "withdraw", "retire", "restore", "give")))
    acts = {}
    for row in connection.execute(found.order_by(event.c.id)):
        told = row.detail or {}
        for key in [row.noun_id] if row.noun == "Paragraph" else told.get("ids", told.get("again", ())):
            acts.setdefault(key, []).append((row.at, row.act))
    return acts
