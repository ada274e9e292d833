"""The `crossroads` command: its subcommands, their options, their exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

EXIT_INPUT = 2  # something given on the command line or in a setting cannot be used
EXIT_PROVIDER = 3  # the provider asked for failed, or its model declined
EXIT_STOPPED = 130  # Ctrl-C: 128 + SIGINT

app = typer.Typer(
    name="crossroads",
    help="Turn a plain-English brief, and the files beside it, into a small, cited decision graph.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ProviderName = Literal["auto", "anthropic", "openai", "template"]

FormatName = Literal["markdown", "pdf", "png", "svg", "csv", "json", "mermaid", "drawio", "graphml", "dot"]

SavedGraph = Annotated[
    str,
    typer.Argument(
        metavar="GRAPH",
        show_default=False,
        help="A graph.json, or what draft --json printed; - reads it from standard input.",
    ),
]

AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object; progress goes to standard error.")
]


@app.command()
def draft(  # one parameter an option: that is how typer reads them
    brief: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF",
            show_default=False,
            help="What is to be decided, in 30 to 5,000 characters; - reads it from standard input.",
        ),
    ],
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "-f", "--file", show_default=False, help="A file to ground the draft in; repeat it for more (10)."
        ),
    ] = None,
    directory: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            show_default="crossroads-out, or none with --json",
            help="Where graph.json, its sources, graph.png, graph.svg and report.md go.",
        ),
    ] = None,
    *,
    as_json: AsJson = False,
    provider: Annotated[
        ProviderName,
        typer.Option(help="Who drafts. auto: the first that has a key, else the next, else without a model."),
    ] = "auto",
    dark: Annotated[bool, typer.Option("--dark", help="Draw the picture on a dark ground.")] = False,
) -> None:
    """Draft a decision graph from a brief and the files beside it.

    Exit codes: 0 done; 2 something given cannot be used; 3 the provider asked for failed or declined;
    130 stopped.
    """
    from bot.cli.drafting import Request, run  # noqa: PLC0415  --help should not load a drafter

    request = Request(
        brief=brief,
        files=tuple(files or ()),
        directory=directory,
        as_json=as_json,
        provider=provider,
        dark=dark,
    )
    raise typer.Exit(run(request))


@app.command()
def refine(  # one parameter an option, as above
    graph: SavedGraph,
    instructions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT...",
            show_default=False,
            help="What to change, in plain words: “drop option B and add a pilot”; repeat it for more.",
        ),
    ] = None,
    files: Annotated[
        list[Path] | None,
        typer.Option("-f", "--file", show_default=False, help="A file as new evidence; repeat it for more."),
    ] = None,
    directory: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            show_default="crossroads-out, or none with --json",
            help="Where graph.json, report.md and the pictures of graph and changes go.",
        ),
    ] = None,
    *,
    as_json: AsJson = False,
    provider: Annotated[
        ProviderName,
        typer.Option(help="Who revises. auto: the first that has a key, else the next, else no model."),
    ] = "auto",
    dark: Annotated[bool, typer.Option("--dark", help="Draw the pictures on a dark ground.")] = False,
) -> None:
    """Revise a saved graph as you ask, and tell what changed and why.

    What draft saved beside it (sources.json, or the object of --json) is read again, so that new links can
    cite it. Exit codes: 0 done, or nothing to change; 2 something given cannot be used; 3 the provider asked
    for failed or declined; 130 stopped.
    """
    from bot.cli.refining import Request, run  # noqa: PLC0415  the same

    request = Request(
        graph=graph,
        instructions=tuple(instructions or ()),
        files=tuple(files or ()),
        directory=directory,
        as_json=as_json,
        provider=provider,
        dark=dark,
    )
    raise typer.Exit(run(request))


@app.command()
def critique(
    graph: SavedGraph,
    *,
    as_json: AsJson = False,
    provider: Annotated[
        ProviderName,
        typer.Option(help="Who looks it over. auto: the first that has a key, else the next, else no model."),
    ] = "auto",
) -> None:
    """Say what to look at in a saved graph before anything is decided by it.

    Exit codes: 0 done; 2 something given cannot be used; 3 the provider asked for failed or declined;
    130 stopped.
    """
    from bot.cli.consulting import Request, run_critique  # noqa: PLC0415  the same

    raise typer.Exit(run_critique(Request(graph=graph, as_json=as_json, provider=provider)))


@app.command()
def options(
    graph: SavedGraph,
    *,
    as_json: AsJson = False,
    provider: Annotated[
        ProviderName,
        typer.Option(help="Who suggests. auto: the first that has a key, else the next, else no model."),
    ] = "auto",
) -> None:
    """Suggest options that a saved graph does not have: for, against, what to find out.

    Exit codes: 0 done; 2 something given cannot be used; 3 the provider asked for failed or declined;
    130 stopped.
    """
    from bot.cli.consulting import Request, run_options  # noqa: PLC0415  the same

    raise typer.Exit(run_options(Request(graph=graph, as_json=as_json, provider=provider)))


@app.command()
def export(  # one parameter an option, as above
    graph: SavedGraph,
    form: Annotated[
        FormatName | None,
        typer.Option(
            "--format", show_default=False, help="In which format; without it, the name given with -o tells."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", show_default="standard output", help="The file to write."
        ),
    ] = None,
    *,
    dark: Annotated[bool, typer.Option("--dark", help="Draw a picture on a dark ground.")] = False,
) -> None:
    """Export a saved graph: as a report, a picture, a table, or for another program.

    Exit codes: 0 done; 2 something given cannot be used, or nothing could be drawn or written; 130 stopped.
    """
    from bot.cli.exporting import Request, run  # noqa: PLC0415  the same

    raise typer.Exit(run(Request(graph=graph, form=form, output=output, dark=dark)))


@app.command()
def check() -> None:
    """Tell what is configured, what is missing, and whether the keys work.

    Exit codes: 0 everything configured works; 2 a setting is wrong; 3 a provider refuses, or it or the
    cache is out of reach; 130 stopped.
    """
    from bot.cli.checking import run  # noqa: PLC0415  the same

    raise typer.Exit(run())


@app.command()
def manifest(
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", show_default=False, help="Where Slack reaches the bot: https://..."),
    ] = None,
    *,
    socket_mode: Annotated[
        bool, typer.Option("--socket-mode", help="The bot calls Slack; nothing has to reach the bot.")
    ] = False,
    rotate_tokens: Annotated[
        bool,
        typer.Option("--rotate-tokens", help="Tokens expire after 12 hours. Needs OAuth; cannot be undone."),
    ] = False,
) -> None:
    """Print the app manifest, to create the app in Slack from.

    Exit codes: 0 done; 2 the address cannot be used.
    """
    from bot.cli.manifest import run  # noqa: PLC0415  the same

    raise typer.Exit(run(url, socket_mode=socket_mode, rotate_tokens=rotate_tokens))


@app.command()
def serve(
    provider: Annotated[
        ProviderName,
        typer.Option(help="Who drafts. auto: the first that has a key, else the next, else without a model."),
    ] = "auto",
) -> None:
    """Serve the bot in Slack, over HTTP, or over Socket Mode where SLACK_APP_TOKEN is set.

    Exit codes: 0 told to end; 2 a setting is missing or wrong.
    """
    from bot.cli.serving import run  # noqa: PLC0415  the same

    raise typer.Exit(run(provider))


@app.command()
def playground(
    port: Annotated[
        int,
        typer.Option(min=0, max=65_535, help="Where the page is served, on 127.0.0.1; 0 takes a free one."),
    ] = 3456,
    *,
    fresh: Annotated[
        bool,
        typer.Option("--fresh", help="Begin anew: delete what the playground has kept, and nothing else."),
    ] = False,
) -> None:
    """Try the bot in a local Slack in the browser: no account, no key.

    Exit codes: 0 told to end; 2 the port is in use, or a setting is wrong; 4 the bot did not start.
    """
    from bot.cli.playground import run  # noqa: PLC0415  the same

    raise typer.Exit(run(port, fresh=fresh))


def main() -> None:
    """Run the command line."""
    app()
