"""What a local Slack serves beside the Web API."""
