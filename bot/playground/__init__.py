"""Try everything here: a Slack that runs on this machine, for tests and for a browser."""
