"""What Alembic runs: `db.migrate` hands over an open connection, inside the transaction it will commit."""

from alembic import context

from correspondence.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table by making it anew
    transactional_ddl=True,  # db.py begins SQLite's transactions itself, so its DDL rolls back too
)
context.run_migrations()
