"""A graph written in the formats that other programs read."""
