"""Block Kit, pure: what people read in Slack, as JSON that keeps Slack's sizes and mints no ping."""
