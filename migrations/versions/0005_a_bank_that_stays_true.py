"""What keeps the bank true: imports, dated tables, decisions, packs, marks of likeness.

Revision 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Why lines of letters were left out whose words tell of whoever was answered, and what they told.
PERSONAL = {
    "The greeting: it names the person who was answered.": "name",
    "Address or reference above the greeting.": "address",
    "The mail that was answered: not our words.": "case details",
}


def upgrade() -> None:
    op.create_table(
        "dated_row",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("said", sa.String(length=300), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("instead_of", sa.String(length=300), nullable=False),
        sa.Column("is_out", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_dated_row_office_id_office", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_dated_row"),
        sa.UniqueConstraint(
            "office_id",
            "about",
            "name",
            "said",
            "begins",
            name="uq_dated_row_office_id_about_name_said_begins",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dated_row_office_id", "dated_row", ["office_id"], unique=False)

    op.create_table(
        "pack",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("publisher", sa.String(length=300), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_pack_office_id_office", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
        sa.UniqueConstraint("office_id", "key", name="uq_pack_office_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pack_office_id", "pack", ["office_id"], unique=False)

    op.create_table(
        "import",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("passed_over", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_import_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_import_user_id_user"),
        sa.PrimaryKeyConstraint("id", name="pk_import"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_office_id", "import", ["office_id"], unique=False)

    op.create_table(
        "import_file",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=300), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import.id"], name="fk_import_file_import_id_import", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_import_file_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_import_file_source_id_source"),
        sa.PrimaryKeyConstraint("id", name="pk_import_file"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_file_import_id_state", "import_file", ["import_id", "state"], unique=False)
    op.create_index("ix_import_file_office_id", "import_file", ["office_id"], unique=False)
    op.create_index("ix_import_file_source_id", "import_file", ["source_id"], unique=False)

    op.create_table(
        "pack_item",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("theirs", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_pack_item_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["pack.id"], name="fk_pack_item_pack_id_pack", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraph.id"], name="fk_pack_item_paragraph_id_paragraph", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pack_item"),
        sa.UniqueConstraint("pack_id", "key", name="uq_pack_item_pack_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pack_item_office_id", "pack_item", ["office_id"], unique=False)
    op.create_index("ix_pack_item_paragraph_id", "pack_item", ["paragraph_id"], unique=False)

    op.create_table(
        "run_mark",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_run_mark_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraph.id"], name="fk_run_mark_paragraph_id_paragraph", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_run_mark"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_run_mark_office_id", "run_mark", ["office_id"], unique=False)
    op.create_index(
        "ix_run_mark_office_id_mark_paragraph_id",
        "run_mark",
        ["office_id", "mark", "paragraph_id"],
        unique=False,
    )
    op.create_index("ix_run_mark_paragraph_id", "run_mark", ["paragraph_id"], unique=False)
    op.execute(  # what the bank holds is marked in the background
        "INSERT INTO job (office_id, kind, args, state, attempts, done, total, why, created_at) "
        "SELECT id, 'mark', '{}', 'waiting', 0, 0, 0, '', CURRENT_TIMESTAMP FROM office "
        "WHERE id IN (SELECT office_id FROM paragraph)"
    )

    op.create_table(
        "alike",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_alike_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["paragraph.id"], name="fk_alike_other_id_paragraph", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["paragraph_id"], ["paragraph.id"], name="fk_alike_paragraph_id_paragraph", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_alike"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alike_office_id", "alike", ["office_id"], unique=False)
    op.create_index("ix_alike_other_id", "alike", ["other_id"], unique=False)
    op.create_index("ix_alike_paragraph_id", "alike", ["paragraph_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name="fk_decision_office_id_office", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name="fk_decision_user_id_user"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name="fk_decision_version_id_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_office_id", "decision", ["office_id"], unique=False)
    op.create_index("ix_decision_version_id", "decision", ["version_id"], unique=False)

    op.add_column(
        "figure", sa.Column("key", sa.String(length=300), server_default=sa.text("''"), nullable=False)
    )
    op.create_index("ix_figure_office_id_key", "figure", ["office_id", "key"], unique=False)
    op.add_column(
        "source",
        sa.Column("fingerprint", sa.String(length=300), server_default=sa.text("''"), nullable=False),
    )
    op.create_index("ix_source_office_id_fingerprint", "source", ["office_id", "fingerprint"], unique=False)
    op.add_column("paragraph", sa.Column("stale_on", sa.Date(), nullable=True))
    op.create_index("ix_paragraph_office_id_stale_on", "paragraph", ["office_id", "stale_on"], unique=False)
    forget_who_was_answered()
    op.execute(  # from which day each is stale is worked out in the background
        "INSERT INTO job (office_id, kind, args, state, attempts, done, total, why, created_at) "
        "SELECT id, 'stale', '{}', 'waiting', 0, 0, 0, '', CURRENT_TIMESTAMP FROM office "
        "WHERE id IN (SELECT office_id FROM paragraph)"
    )


def forget_who_was_answered() -> None:
    """Leave of such lines their kind, as import does now; the original still has them."""
    source = sa.table("source", sa.column("id", sa.Integer()), sa.column("left_out", sa.JSON()))
    connection = op.get_bind()
    for key, lines in connection.execute(sa.select(source.c.id, source.c.left_out)).all():
        kept = [
            {**line, "text": "", "removed": [{"kind": PERSONAL[line["why"]]}]}
            if line["text"] and line["why"] in PERSONAL
            else line
            for line in lines
        ]
        if kept != lines:
            connection.execute(sa.update(source).where(source.c.id == key).values(left_out=kept))


def downgrade() -> None:
    op.execute("DELETE FROM job WHERE kind IN ('mark', 'stale')")
    op.drop_index("ix_paragraph_office_id_stale_on", table_name="paragraph")
    op.drop_column("paragraph", "stale_on")
    op.drop_index("ix_source_office_id_fingerprint", table_name="source")
    op.drop_column("source", "fingerprint")
    op.drop_index("ix_figure_office_id_key", table_name="figure")
    op.drop_column("figure", "key")

    op.drop_index("ix_decision_version_id", table_name="decision")
    op.drop_index("ix_decision_office_id", table_name="decision")

    op.drop_table("decision")
    op.drop_index("ix_alike_paragraph_id", table_name="alike")
    op.drop_index("ix_alike_other_id", table_name="alike")
    op.drop_index("ix_alike_office_id", table_name="alike")

    op.drop_table("alike")
    op.drop_index("ix_run_mark_paragraph_id", table_name="run_mark")
    op.drop_index("ix_run_mark_office_id_mark_paragraph_id", table_name="run_mark")
    op.drop_index("ix_run_mark_office_id", table_name="run_mark")

    op.drop_table("run_mark")
    op.drop_index("ix_pack_item_paragraph_id", table_name="pack_item")
    op.drop_index("ix_pack_item_office_id", table_name="pack_item")

    op.drop_table("pack_item")
    op.drop_index("ix_import_file_source_id", table_name="import_file")
    op.drop_index("ix_import_file_office_id", table_name="import_file")
    op.drop_index("ix_import_file_import_id_state", table_name="import_file")

    op.drop_table("import_file")
    op.drop_index("ix_import_office_id", table_name="import")

    op.drop_table("import")
    op.drop_index("ix_pack_office_id", table_name="pack")

    op.drop_table("pack")
    op.drop_index("ix_dated_row_office_id", table_name="dated_row")

    op.drop_table("dated_row")
