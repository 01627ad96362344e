"""What the office changed in the list of everyday words.

Revision 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "everyday_word",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=300), nullable=False),
        sa.Column("means", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_everyday_word_office_id_office", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_everyday_word"),
        sa.UniqueConstraint("office_id", "said", name="uq_everyday_word_office_id_said"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_everyday_word_office_id", "everyday_word", ["office_id"], unique=False)


def downgrade() -> None:
    op.drop_table("everyday_word")
