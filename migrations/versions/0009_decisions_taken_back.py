"""Who took a decision back, and when.

Revision 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("decision", sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(  # SQLite can add a column that refers to another table; Alembic would make the table anew
        "ALTER TABLE decision ADD COLUMN taken_back_by_id INTEGER "
        'CONSTRAINT fk_decision_taken_back_by_id_user REFERENCES "user" (id)'
    )


def downgrade() -> None:
    for column in ("taken_back_by_id", "taken_back_at"):
        op.drop_column("decision", column)
