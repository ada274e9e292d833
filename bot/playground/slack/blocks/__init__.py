"""What Slack accepts of Block Kit, family by family."""
