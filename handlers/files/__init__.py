"""Files that were shared in Slack, on this disk for as long as they are read."""
