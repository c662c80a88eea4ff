"""The report as a page: what it shows, that it needs nothing else, and that no text of a project is markup in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from PySide6.QtGui import QColor, QImage

from simulator.touring.html_report import html_report
from simulator.touring.report import PageError, PageReport, TourReport, totals


def _picture(file: Path, *, marked: bool = False, width: int = 20) -> str:
    image = QImage(width, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    if marked:
        image.setPixelColor(3, 4, QColor("black"))
    file.parent.mkdir(exist_ok=True)
    image.save(str(file))
    return str(file)


def _page(name: str, screenshot: str | None = None, *errors: PageError) -> PageReport:
    return PageReport(name, True, len(errors), list(errors), [], [], 7, 12.0, screenshot)


def _report(*pages: PageReport, before: Path | None = None) -> html.HtmlElement:
    return html.fromstring(html_report([(TourReport("shop", list(pages), totals(pages)), before)]))


def test_every_page_has_its_facts_and_its_picture(tmp_path: Path) -> None:
    error = PageError("program", "TypeError: broken", "pages/a.js", 4)
    page = _report(_page("pages/a", _picture(tmp_path / "a.png"), error), _page("pages/b"))
    assert page.xpath("//h2/text()") == ["pages/a", "pages/b"]
    assert page.xpath("//section[1]/@class") == ["wrong"]
    assert page.xpath("string(//section[1]//li)") == "program: TypeError: broken pages/a.js:4"
    assert page.xpath("//img/@src")[0].startswith("data:image/jpeg;base64,/9j/")
    assert "ready; first picture after 12 ms; 7 nodes" in page.xpath("string(//section[2])")


@pytest.mark.parametrize(
    ("former", "captions"),
    [
        ({}, ["as before"]),
        ({"marked": True}, ["before", "now", "difference: 1 pixels (0.17%)"]),
        ({"width": 30}, ["before", "now, of another size"]),
        (None, ["new"]),
    ],
    ids=["the same", "another", "of another size", "a new page"],
)
def test_a_page_is_compared_with_its_picture_before(
    tmp_path: Path, former: dict[str, int] | None, captions: list[str]
) -> None:
    if former is not None:
        _picture(tmp_path / "before" / "a.png", **former)  # type: ignore[arg-type]
    page = _report(_page("pages/a", _picture(tmp_path / "a.png")), before=tmp_path / "before")
    assert page.xpath("//figcaption/text()") == captions


def test_no_text_of_a_project_is_markup(tmp_path: Path) -> None:
    hostile = '</li><script>alert(1)</script><img src=x onerror="alert(1)">\x00\x1b\ud800'
    page = _report(_page(hostile, None, PageError("program", hostile, hostile, 1)))
    assert page.xpath("//script | //img") == []
    assert "<script>alert(1)</script>" in page.xpath("string(//h2)")
    assert page.xpath("//meta[@http-equiv]/@content")[0].startswith("default-src 'none'")
