"""Opens an Office file with the library for it, and turns whatever that raises into a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.documents.refusals import Refused

Package = TypeVar("Package")


def opened(open_: Callable[[str], Package], path: str) -> Package:
    """What `open_` makes of the file. Raises Refused, and MemoryError."""
    try:
        return open_(path)
    except MemoryError:
        raise
    except SyntaxError as error:  # what lxml's error for broken XML is
        if not error.lineno:  # no line is at fault: the parser ran out of memory
            raise MemoryError from error
        raise Refused("damaged_office") from error
    except Exception as error:  # broken packages, macro files and templates raise all kinds
        raise Refused("damaged_office") from error
