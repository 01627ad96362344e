"""What the bank offered for each point, and what people chose.

Revision 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "offered",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=False),
        sa.Column("answered", sa.String(length=300), nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("assembled", sa.JSON(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.Column("vector_model", sa.String(length=300), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_offered_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["point_id"], ["point.id"], name="fk_offered_point_id_point", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_offered"),
        sa.UniqueConstraint("point_id", name="uq_offered_point_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offered_office_id", "offered", ["office_id"], unique=False)
    op.create_index("ix_offered_office_id_edition", "offered", ["office_id", "edition"], unique=False)
    op.create_table(
        "choice",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_choice_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraph.id"], name="fk_choice_paragraph_id_paragraph", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["point_id"], ["point.id"], name="fk_choice_point_id_point", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_choice_user_id_user"),
        sa.PrimaryKeyConstraint("id", name="pk_choice"),
        sa.UniqueConstraint("point_id", "paragraph_id", name="uq_choice_point_id_paragraph_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_choice_office_id", "choice", ["office_id"], unique=False)
    op.create_index("ix_choice_paragraph_id", "choice", ["paragraph_id"], unique=False)


def downgrade() -> None:
    op.drop_table("choice")
    op.drop_table("offered")
