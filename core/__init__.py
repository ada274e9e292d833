"""Everything about decisions: no Slack, no web framework, no environment, no clock of its own."""
