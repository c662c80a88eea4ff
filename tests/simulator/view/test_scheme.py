"""Paths of the URL scheme."""

import pytest
from PySide6.QtCore import QUrl

from simulator.view.scheme import clean_path, content_type


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("handset://project/images/a%20b.png?v=1", "images/a b.png"),
        ("handset://project/%E5%9B%BE/a.png", "图/a.png"),
        ("handset://project//a.png", "a.png"),
        ("handset://project/", None),
        ("handset://project/a/%2e%2e/%2e%2e/etc/passwd", None),
        ("handset://project/..%2fsecret", None),
        ("handset://project/..%5csecret", None),
    ],
)
def test_clean_path(url: str, path: str | None) -> None:
    assert clean_path(QUrl(url)) == path


def test_an_encoded_parent_never_survives() -> None:
    path = clean_path(QUrl("handset://project/a/../../b.png"))
    assert path is None or ".." not in path


def test_content_types() -> None:
    assert content_type("a/b.JS") == "text/javascript"
    assert content_type("a.png") == "image/png"
    assert content_type("a.unknown") == "application/octet-stream"
