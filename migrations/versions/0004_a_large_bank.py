"""What is kept of a bank too large for memory; and finding the Versions that lack a vector.

Revision 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "segment",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("vector_model", sa.String(length=300), nullable=False),
        sa.Column("paragraph_ids", sa.LargeBinary(), nullable=False),
        sa.Column("lengths", sa.LargeBinary(), nullable=False),
        sa.Column("standing", sa.LargeBinary(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.Column("seal", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_segment_office_id_office", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_segment"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_segment_office_id", "segment", ["office_id"], unique=False)
    op.create_table(
        "posting",
        sa.Column("segment_id", sa.Integer(), nullable=False),
        sa.Column("stem", sa.LargeBinary(), nullable=False),
        sa.Column("places", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["segment.id"], name="fk_posting_segment_id_segment", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("segment_id", "stem", name="pk_posting"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_version_office_id_vector_model", "version", ["office_id", "vector_model"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_version_office_id_vector_model", table_name="version")
    op.drop_table("posting")
    op.drop_table("segment")
