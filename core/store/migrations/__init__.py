"""How the schema came to be, one step after another; Alembic runs them when the store is opened."""
