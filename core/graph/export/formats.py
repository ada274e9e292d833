"""The formats that a graph can be exported in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    title: str
    suffix: str
    media_type: str


class Format(Enum):
    """A format, by the name that a person types."""

    MARKDOWN = "markdown"
    PDF = "pdf"
    PNG = "png"
    SVG = "svg"
    CSV = "csv"
    JSON = "json"
    MERMAID = "mermaid"
    DRAWIO = "drawio"
    GRAPHML = "graphml"
    DOT = "dot"

    @property
    def title(self) -> str:
        """The format as people know it."""
        return _TOLD[self].title

    @property
    def suffix(self) -> str:
        """How a file's name ends, dot and all."""
        return _TOLD[self].suffix

    @property
    def media_type(self) -> str:
        """The media type (MIME)."""
        return _TOLD[self].media_type

    @property
    def is_picture(self) -> bool:
        """True for what is drawn rather than written."""
        return self in {Format.PNG, Format.SVG, Format.PDF}


_TOLD = {
    Format.MARKDOWN: _Told(title="Markdown report", suffix=".md", media_type="text/markdown"),
    Format.PDF: _Told(title="PDF", suffix=".pdf", media_type="application/pdf"),
    Format.PNG: _Told(title="PNG picture", suffix=".png", media_type="image/png"),
    Format.SVG: _Told(title="SVG picture", suffix=".svg", media_type="image/svg+xml"),
    Format.CSV: _Told(title="CSV table", suffix=".csv", media_type="text/csv"),
    Format.JSON: _Told(title="JSON", suffix=".json", media_type="application/json"),
    Format.MERMAID: _Told(title="Mermaid", suffix=".mmd", media_type="text/vnd.mermaid"),
    Format.DRAWIO: _Told(title="draw.io", suffix=".drawio", media_type="application/vnd.jgraph.mxfile"),
    Format.GRAPHML: _Told(title="GraphML", suffix=".graphml", media_type="application/graphml+xml"),
    Format.DOT: _Told(title="Graphviz DOT", suffix=".dot", media_type="text/vnd.graphviz"),
}
