"""Pacing: how often a destination may be called, who goes first, and the loop that keeps a message live."""
