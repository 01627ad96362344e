"""Who marked a reply as sent, when, and why although something in it had to be put right.

Revision 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("draft", sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(  # SQLite can add a column that refers to another table; Alembic would make the table anew
        "ALTER TABLE draft ADD COLUMN sent_by_id INTEGER CONSTRAINT fk_draft_sent_by_id_user "
        'REFERENCES "user" (id)'
    )
    op.add_column("draft", sa.Column("sent_why", sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    for column in ("sent_why", "sent_by_id", "sent_at"):
        op.drop_column("draft", column)
