"""The page that somebody sees who installed the app, or tried to."""

from __future__ import annotations

from html import escape

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Crossroads</title>
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{text}</p>
<p><a href="{address}">{link}</a></p>
</body>
</html>
"""

REASONS = {
    "access_denied": "You chose not to install it.",
    "invalid_browser": "This page was reloaded, or opened in another browser than the one it began in.",
    "invalid_state": "It took longer than ten minutes.",
    "unreachable": "Slack could not be reached.",
}
OTHER = "Slack did not confirm it."


def installed(*, workspace_name: str, workspace: str, app: str) -> str:
    """The page at the end of a way that went well."""
    return _PAGE.format(
        title=f"Crossroads is in {escape(workspace_name or 'your workspace')}",
        text="Write /decide and what is to be decided, or mention @Crossroads in a thread.",
        address=escape(f"slack://app?team={workspace}&id={app}"),
        link="Open it in Slack",
    )


def not_installed(reason: str, *, install_path: str) -> str:
    """The page at the end of any other way; a reason that is not known is not shown."""
    return _PAGE.format(
        title="Crossroads was not installed",
        text=REASONS.get(reason, OTHER),
        address=escape(install_path),
        link="Begin again",
    )
