"""Slack in, Slack out, errors into sentences; nothing here decides about graphs."""
