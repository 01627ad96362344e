"""Of which paragraph a choice was made that counts for another one too, so that it can be taken back.

Revision 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("choice", sa.Column("carried_from", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("choice", "carried_from")
