"""What Slack sends, as requests in our own terms."""
