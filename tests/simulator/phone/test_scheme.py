"""Paths of the URL scheme."""

import pytest
from PySide6.QtCore import QUrl

from simulator.phone.scheme import clean_path, content_type, is_answered


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


@pytest.mark.parametrize(
    ("initiator", "url", "answered"),
    [
        ("handset://shell", "handset://project/a.png", True),
        ("handset://shell", "handset://user/usr/a.png", True),
        ("handset://shell", "handset://shell/page.html", True),
        ("", "handset://shell/shell/index.html", True),
        ("", "handset://project/a.png", False),
        ("", "handset://user/usr/a.png", False),
        ("null", "handset://shell/shell/index.html", False),
        ("null", "handset://project/a.png", False),
        ("http://127.0.0.1", "handset://shell/page.html", False),
        ("https://shell", "handset://project/a.png", False),
        ("handset://project", "handset://project/a.png", False),
        ("handset://shell.example.com", "handset://project/a.png", False),
        ("handset-editor://editor", "handset://project/a.png", False),
    ],
)
def test_only_pages_of_ours_are_answered(initiator: str, url: str, *, answered: bool) -> None:
    assert is_answered(QUrl(initiator), QUrl(url)) is answered
