"""What is given on the command line, looked at before any work begins."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryFile

from bot import settings
from core.documents.clean import clean
from core.documents.model import File

MAX_INPUT = 1_000_000  # bytes of standard input: far more than a brief may have


class Unusable(Exception):
    """Something given on the command line cannot be used; its text says what to change."""


def say(sentence: str, code: int) -> int:
    """Tell it on standard error; the exit code comes back."""
    print(clean(sentence), file=sys.stderr)  # noqa: T201  this is a command line
    return code


def level(configured: settings.Settings) -> str:
    """Warnings only, unless somebody asked for more: the stages already say what goes on."""
    return configured.log_level if "log_level" in configured.model_fields_set else "WARNING"


def text(given: str) -> str:
    """The brief, read from standard input for "-". Raises Unusable."""
    if given != "-":
        return given
    if sys.stdin is None:
        raise Unusable("Standard input is closed. Give the brief as an argument, or pipe it in.")
    return sys.stdin.buffer.read(MAX_INPUT).decode("utf-8", errors="replace")


def file(path: Path) -> File:
    """A file that can be read. Raises Unusable."""
    try:
        if not path.exists():
            raise Unusable(f"There is no file {path}. Check the path given with -f.")
        if not path.is_file():
            raise Unusable(f"{path} is not a file. Give each file its own -f.")
        with path.open("rb"):
            return File(name=path.name, path=path.resolve())
    except OSError as error:
        raise Unusable(
            f"{path} cannot be opened: {_reason(error)}. Check the path and who may read it."
        ) from error


def prepare(directory: Path) -> None:
    """Make a folder, if it is not there, and see that it can be written to. Raises Unusable."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=directory):
            pass
    except OSError as error:
        raise Unusable(unwritable(directory, error)) from error


def unwritable(directory: Path, error: OSError) -> str:
    """That a folder or a file cannot be written, and what to do."""
    return f"Nothing can be written to {directory}: {_reason(error)}. Name another folder with -o."


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
