"""XML written from elements whose text was made `plain`."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, indent, tostring

from core.graph.export.plain import plain


def element(
    name: str, attributes: dict[str, str], children: Iterable[Element] = (), *, text: str = ""
) -> Element:
    """An element; text and attributes are reduced to what XML may hold."""
    made = Element(name, {key: plain(value) for key, value in attributes.items()})
    made.text = plain(text) or None
    made.extend(children)
    return made


def document(root: Element) -> str:
    """The XML document, ending in a newline."""
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
