"""Models on this machine: a stand-in that answers by rules, and a way through to the real ones."""
