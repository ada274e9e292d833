"""Revises a graph by rules: plain requests become edits, new files become citations."""

from core.llm.template.refining.revising import refine

__all__ = ["refine"]
