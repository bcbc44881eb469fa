"""Alembic asks this file where to migrate: on the connection that opened the ledger, within its transaction."""

from alembic import context

from tawatur.ledger.opening import REVISION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=REVISION_TABLE)
context.run_migrations()
