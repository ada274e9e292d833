"""What Slack sends to the app: events, commands, interactions, over HTTP or a socket."""
