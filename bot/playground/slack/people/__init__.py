"""The people of a local Slack: what they do, and what Slack makes of it."""
