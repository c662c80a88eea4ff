"""How lines end."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.systems.line_ends import line_end_of, write_new


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "\n"), ("a", "\n"), ("a\nb\n", "\n"), ("a\r\nb\r\n", "\r\n"), ("a\r\nb\r\nc\n", "\r\n"),
        ("a\r\nb\nc\nd", "\n"), ("a\rb", "\n"),
    ],
)  # fmt: skip
def test_a_file_keeps_the_end_of_most_of_its_lines(text: str, end: str) -> None:
    assert line_end_of(text) == end


def test_texts_of_ours_are_written_as_they_are(tmp_path: Path) -> None:
    for text in ("a\nb\n", "a\r\nb"):
        write_new(tmp_path / "a.js", text)
        assert (tmp_path / "a.js").read_bytes() == text.encode()
