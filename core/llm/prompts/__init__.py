"""The prompts, as Markdown: `system.md`, the worked examples, and one task turn per task."""
