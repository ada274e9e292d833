"""Durable, fair, ordered jobs over DBOS."""
