"""wx.openDocument: pages, cards, and what is refused."""

from __future__ import annotations

import pytest

from tests.support.api_ports import FakeHost


@pytest.fixture
def files(host: FakeHost) -> FakeHost:
    host.areas.usr.mkdir(parents=True)
    for name, content in {"a.pdf": b"%PDF", "bad.pdf": b"x", "b.docx": b"PK", "c.zip": b"PK"}.items():
        (host.areas.usr / name).write_bytes(content)
    return host


def test_a_pdf_is_shown_page_by_page(files: FakeHost) -> None:
    assert files.call("openDocument", filePath="http://usr/a.pdf").ok
    ((method, shown),) = files.ui.shown
    assert (method, shown["title"], shown["note"], len(shown["pages"])) == ("document", "a.pdf", "", 2)
    places = [files.areas.resolve(page) for page in shown["pages"]]
    assert [one.real.read_bytes() for one in places if one and one.real] == [b"PAGE 1", b"PAGE 2"]


def test_another_document_is_a_card(files: FakeHost) -> None:
    assert files.call("openDocument", filePath="http://usr/b.docx").ok
    assert files.call("openDocument", filePath="http://usr/c.zip", fileType="xlsx").ok
    assert [shown for _, shown in files.ui.shown] == [
        {"title": "b.docx", "pages": [], "note": "DOCX · 2 B"}, {"title": "c.zip", "pages": [], "note": "XLSX · 2 B"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("http://usr/bad.pdf", "open document failed, the file is damaged or locked"),
        ("http://usr/c.zip", "filetype not supported"),
        ("http://usr/none.pdf", 'no such file or directory, open "http://usr/none.pdf"'),
        ("../../../etc/passwd", 'permission denied, open "../../../etc/passwd"'),
    ],
)
def test_what_cannot_be_opened_says_why(files: FakeHost, path: str, why: str) -> None:
    result = files.call("openDocument", filePath=path).result
    assert result is not None
    assert result["errMsg"] == f"openDocument:fail {why}"
    assert files.ui.shown == []
