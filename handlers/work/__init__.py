"""The work that jobs do, a module for each kind."""
