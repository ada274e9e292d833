"""Worked examples, in the order of their names; they stand in the static prefix of every request."""
