"""Which Paragraphs are stale is worked out anew, as the tables that are shipped know more Posts.

Revision 0012.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO job (office_id, kind, args, state, attempts, done, total, why, created_at) "
        "SELECT id, 'stale', '{}', 'waiting', 0, 0, 0, '', CURRENT_TIMESTAMP FROM office "
        "WHERE id IN (SELECT office_id FROM paragraph)"
    )


def downgrade() -> None:
    """What was worked out stays so."""
