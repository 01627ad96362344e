"""Finding what was done to one thing, and lately, among every change ever saved.

Revision 0007.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_audit_event_office_id_noun_noun_id", "audit_event", ["office_id", "noun", "noun_id"])
    op.create_index("ix_audit_event_office_id_noun_act_at", "audit_event", ["office_id", "noun", "act", "at"])


def downgrade() -> None:
    op.drop_index("ix_audit_event_office_id_noun_act_at", table_name="audit_event")
    op.drop_index("ix_audit_event_office_id_noun_noun_id", table_name="audit_event")
