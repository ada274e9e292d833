"""Turns files and briefs into numbered passages with true locations."""
