"""Models on this machine: a stand-in that drafts by rules, and a way through to the real ones."""
