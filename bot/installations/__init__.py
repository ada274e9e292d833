"""The bot's place in workspaces: how it gets in, what token it has there, how it leaves."""
