"""A page of HTML that needs nothing else: pictures are in it, and it runs no script."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence

from lxml import etree, html
from lxml.etree import _Element
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = """
body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; color: #1f2328; background: #fff; }
h1 { font-size: 20px; } h2 { font-size: 15px; margin: 0 0 4px; overflow-wrap: anywhere; }
section { border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px 16px; margin: 12px 0; }
section.wrong { border-left: 4px solid #cf222e; } section.changed { border-left: 4px solid #9a6700; }
figure { display: inline-block; margin: 8px 12px 0 0; vertical-align: top; }
figcaption, p.facts { color: #59636e; } img { width: 240px; border: 1px solid #d1d9e0; display: block; }
li { overflow-wrap: anywhere; white-space: pre-wrap; } code { font-family: ui-monospace, monospace; }
@media (prefers-color-scheme: dark) {
  body { color: #f0f6fc; background: #0d1117; } section, img { border-color: #3d444d; }
  figcaption, p.facts { color: #9198a1; }
}
"""

Element = _Element


def page_of(title: str, body: Sequence[Element]) -> bytes:
    """The whole page."""
    head = node(
        "head",
        {},
        node("meta", {"charset": "utf-8"}),
        node("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        node("title", {}, title),
        node("style", {}, _STYLE),
    )
    page = node("html", {"lang": "en"}, head, node("body", {}, *body))
    written: bytes = html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8")
    return written


def figure(caption: str, picture: QImage, width_px: int | None = None) -> Element:
    """A picture with words under it. `width_px`: if it is not to be as wide as all."""
    width = {} if width_px is None else {"style": f"width: {width_px}px"}
    shown = node("img", {"src": _data_url(picture), "alt": caption or "picture", "loading": "lazy", **width})
    return node("figure", {}, shown, *([node("figcaption", {}, caption)] if caption else []))


def _data_url(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(picture)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.data().data()).decode()


def node(tag: str, attributes: Mapping[str, str], *content: Element | str) -> Element:
    """An element with what stands in it."""
    element = etree.Element(tag, dict(attributes))
    for one in content:
        if isinstance(one, Element):
            element.append(one)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + one
        else:
            element.text = (element.text or "") + one
    return element


def readable(text: str) -> str:
    """What no document may hold is left out."""
    return _FORBIDDEN.sub("", text)
