"""The report of a tour as one page that needs nothing else: pictures are in it, and it runs no script."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from lxml import etree, html
from lxml.etree import _Element
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

from simulator.phone.picture_difference import compare
from simulator.touring.report import PageReport, TourReport

DIFFERENCE = 8
"""So much of 255 may a colour be off without being another."""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_FACTS = MappingProxyType({"class": "facts"})
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


def html_report(tours: Sequence[tuple[TourReport, Path | None]]) -> bytes:
    """Of each tour also the folder with the pictures of an earlier one, if there is: pages that look otherwise now show
    both, and where."""
    head = _node(
        "head",
        {},
        _node("meta", {"charset": "utf-8"}),
        _node("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        _node("title", {}, " · ".join(dict.fromkeys(_title(report) for report, _ in tours))),
        _node("style", {}, _STYLE),
    )
    body = _node("body", {}, *(node for report, before in tours for node in _tour(report, before)))
    page = _node("html", {"lang": "en"}, head, body)
    written: bytes = html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8")
    return written


def _tour(report: TourReport, before: Path | None) -> Iterable[_Element]:
    yield _node("h1", {}, _title(report))
    yield _node("p", _FACTS, _summary(report))
    for page in report.pages:
        yield _section(page, before)


def _title(report: TourReport) -> str:
    return _readable(f"Tour of {report.project}" + (f" on {report.device}" if report.device else ""))


def _summary(report: TourReport) -> str:
    sums = report.totals
    errors = ", ".join(f"{kind} {number}" for kind, number in sums.errors.items())
    return f"{sums.ready} of {sums.pages} pages ready; errors: {errors}"


def _section(page: PageReport, before: Path | None) -> _Element:
    figures = list(_figures(page, before))
    wrong = "wrong" if page.errors or not (page.ready or page.went_to) else "changed" if len(figures) > 1 else ""
    told = [_node("h2", {}, _readable(page.page)), _node("p", _FACTS, _facts(page)), *_errors(page)]
    return _node("section", {"class": wrong} if wrong else {}, *told, *figures)


def _facts(page: PageReport) -> str:
    told = ["ready" if page.ready else f"went on to {page.went_to}" if page.went_to else "NOT READY"]
    if page.first_render_ms is not None:
        told.append(f"first picture after {page.first_render_ms:.0f} ms")
    told.append(f"{page.nodes} nodes")
    if page.console_errors:
        told.append(f"{page.console_errors} by console.error")
    if page.unsupported_apis:
        told.append(f"not supported: {', '.join(page.unsupported_apis)}")
    if page.unknown_components:
        told.append(f"unknown tags: {', '.join(page.unknown_components)}")
    return _readable("; ".join(told))


def _errors(page: PageReport) -> Iterable[_Element]:
    if page.errors:
        yield _node("ul", {}, *(_error(error.kind, error.message, error.file, error.line) for error in page.errors))


def _error(kind: str, message: str, file: str, line: int) -> _Element:
    told = _readable(f"{kind}: {message} ")
    return _node("li", {}, told, *([_node("code", {}, _readable(f"{file}:{line}"))] if file else []))


def _figures(page: PageReport, before: Path | None) -> Iterable[_Element]:
    """One picture; three if it was another one before."""
    if page.screenshot is None:
        return
    now = QImage(page.screenshot)
    if before is None:
        yield _figure("", now)
        return
    former = QImage(str(before / Path(page.screenshot).name))
    if former.isNull():
        yield _figure("new", now)
    elif former.size() != now.size():
        yield from (_figure("before", former), _figure("now, of another size", now))
    else:
        difference = compare(former, now, DIFFERENCE)
        if not difference.count:
            yield _figure("as before", now)
            return
        share = f"difference: {difference.count} pixels ({difference.share:.2%})"
        yield from (_figure("before", former), _figure("now", now), _figure(share, difference.image))


def _figure(caption: str, picture: QImage) -> _Element:
    shown = _node("img", {"src": _data_url(picture), "alt": caption or "picture", "loading": "lazy"})
    return _node("figure", {}, shown, *([_node("figcaption", {}, caption)] if caption else []))


def _data_url(picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(picture)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.data().data()).decode()


def _node(tag: str, attributes: Mapping[str, str], *content: _Element | str) -> _Element:
    element = etree.Element(tag, dict(attributes))
    for one in content:
        if isinstance(one, _Element):
            element.append(one)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + one
        else:
            element.text = (element.text or "") + one
    return element


def _readable(text: str) -> str:
    """What no document may hold is left out."""
    return _FORBIDDEN.sub("", text)
