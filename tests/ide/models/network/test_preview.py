"""How bodies are looked at."""

from __future__ import annotations

import pytest

from ide.models.network.preview import (
    LONGEST_LINE,
    MOST_HEX_BYTES,
    MOST_JSON_BYTES,
    MOST_TEXT_BYTES,
    PreviewKind,
    hex_of,
    preview_of,
    text_of,
)


@pytest.mark.parametrize(
    ("content", "media_type", "kind"),
    [
        (None, "", "gone"),
        (b"", "", "none"),
        (b' {"a": [1]}', "text/plain", "json"),
        (b"[1,", "application/json", "text"),
        (b"[" * 100_000, "application/json", "text"),
        (b"\x89PNG\r\n\x1a\nrest", "image/png", "picture"),
        (b"RIFF0000WEBPrest", "", "picture"),
        (b"<svg onload='alert(1)'>", "image/svg+xml", "text"),
        (b"<b>html</b>", "text/html", "text"),
        (b"\x00\x01\x02", "application/json", "hex"),
    ],
)
def test_the_content_says_what_it_is(content: bytes | None, media_type: str, kind: PreviewKind) -> None:
    assert preview_of(content, media_type).kind == kind


def test_texts_are_read_as_their_head_says() -> None:
    assert text_of("名字".encode("gbk"), "text/html; charset=GBK").text == "名字"
    assert text_of("名".encode(), "text/plain; charset=no-such").text == "名"
    assert text_of("名".encode("gbk"), "text/plain").text != ""


def test_no_more_is_shown_than_can_be() -> None:
    long = preview_of(b"x" * (MOST_TEXT_BYTES + 1), "")
    assert (len(long.text), long.is_cut) == (LONGEST_LINE + 1, True)
    lines = preview_of(b"line\n" * (MOST_TEXT_BYTES // 5 + 10), "")
    assert (len(lines.text), lines.is_cut) == (MOST_TEXT_BYTES, True)
    assert preview_of(b"[" + b"1," * (MOST_JSON_BYTES // 2) + b"1]", "").kind == "text"
    assert preview_of(b'{"a": 1}', "", is_whole=False).is_cut
    many = hex_of(bytes(MOST_HEX_BYTES + 1))
    assert (many.text.count("\n") + 1, many.is_cut) == (MOST_HEX_BYTES // 16, True)


def test_bytes_with_their_place_and_letters() -> None:
    assert hex_of(b"GET /\x00\xff end of it").text.splitlines() == [
        "00000000  47 45 54 20 2f 00 ff 20  65 6e 64 20 6f 66 20 69  GET /.. end of i",
        "00000010  74                                                t",
    ]
