"""What a file is by its name."""

from __future__ import annotations

import pytest

from ide.models.file_kinds import icon_of, language_of


@pytest.mark.parametrize(
    ("path", "language", "icon"),
    [
        ("pages/a/a.wxml", "wxml", "file-wxml"),
        ("lib/a.wxs", "wxs", "file-wxs"),
        ("a.SCSS", "scss", "file-wxss"),
        # The editor's own service takes it for the form with braces, and finds none.
        ("a.sass", "sass", "file-wxss"),
        ("app.json", "json", "file-config"),
        ("a.png", "plaintext", "file-image"),
        ("LICENSE", "plaintext", "file"),
    ],
)
def test_language_and_icon(path: str, language: str, icon: str) -> None:
    assert (language_of(path), icon_of(path)) == (language, icon)
