"""What `%c` does to a text."""

from __future__ import annotations

import pytest

from ide.models.console.text_style import TextStyle, text_style
from simulator.bridge.preview import Piece, inline_arguments


@pytest.mark.parametrize(
    ("css", "style"),
    [
        ("color: red; font-weight: bold", TextStyle("#ffff0000", is_bold=True)),
        ("background:#0000ff80;font-weight:700", TextStyle(background="#800000ff", is_bold=True)),
        ("font-style: italic; text-decoration: underline line-through",
         TextStyle(is_italic=True, is_underlined=True, is_struck=True)),
        ("color: nothing; background: url(http://a/b.png); position: fixed; font-size: 900px", TextStyle()),
        ("color: red" + " " * 5000 + "; color: blue", TextStyle("#ffff0000")),
        ("}}{{;;/*", TextStyle()),
    ],
)  # fmt: skip
def test_colours_and_letters_alone_count(css: str, style: TextStyle) -> None:
    assert text_style(css) == style


def test_a_style_holds_until_the_next() -> None:
    texts = ["%cred %s%c plain", "color: red", "too", ""]
    arguments = [{"t": "string", "v": text} for text in texts]
    found = [piece for _, pieces in inline_arguments(arguments) for piece in pieces]
    red = "color: red"
    assert found == [Piece("red ", css=red), Piece("too", css=red), Piece(" plain")]
