"""Records in the JSON that Slack shows to an app."""
