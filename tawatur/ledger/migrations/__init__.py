"""How the tables of a ledger came to be, one file for each step; Alembic runs those that a ledger lacks."""
