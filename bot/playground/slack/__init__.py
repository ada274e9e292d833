"""A local Slack: speaks Slack's protocol to our bot, and is stricter than the original, never kinder."""
