"""PowerShell takes literally what a server or a program wrote, whatever it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ide.models.network.powershell import powershell, quoted
from simulator.traffic.exchange import Exchange

POST = Exchange(1, "request", "https://a.example/b?c=1", 0, "POST", request_headers=(("X-A", "b"),))
QUOTES = "'\u2018\u2019\u201a\u201b"


def read(text: str) -> tuple[str, str]:
    """What PowerShell reads of a text that begins with a single quote: its value, and what follows."""
    assert text[0] in QUOTES
    value, at = "", 1
    while at < len(text):
        if text[at] in QUOTES:
            if text[at + 1 : at + 2] not in QUOTES or at + 1 == len(text):
                return value, text[at + 1 :]
            at += 1
        value += text[at]
        at += 1
    raise AssertionError(f"not closed: {text}")


@given(st.text(alphabet=st.sampled_from(QUOTES + 'a`$"\n;(){}@#')))
def test_what_is_quoted_is_read_as_it_was(text: str) -> None:
    assert read(quoted(text)) == (text, "")


def test_a_request_has_its_method_headers_and_body() -> None:
    headers = (("X-A", "it's"), ("x-a", "$(calc)"), ("Content-Type", "text/plain"), ("User-Agent", "me"), ("Host", "h"))
    assert powershell(replace(POST, request_headers=headers), "ü".encode()).split(" `\n  ") == [
        "Invoke-WebRequest -Uri 'https://a.example/b?c=1'",
        "-Method 'POST'",
        "-UserAgent 'me'",
        "-Headers @{ 'X-A' = 'it''s, $(calc)' }",
        "-ContentType 'text/plain'",
        "-Body ([Text.Encoding]::UTF8.GetBytes('ü'))",
    ]


def test_bytes_an_unusual_method_and_a_file() -> None:
    command = powershell(replace(POST, method="PURGE", request_headers=()), b"\x00\xff")
    assert command.endswith("-CustomMethod 'PURGE' `\n  -Body ([Convert]::FromBase64String('AP8='))")
    upload = replace(POST, kind="upload", fields=(("k", "v"),), field_name="file", file_name="a'b.png")
    assert powershell(upload, b"\x89").endswith("-Form @{ 'k' = 'v'; 'file' = Get-Item -LiteralPath 'a''b.png' }")
    assert not re.search("-Headers|-Body", powershell(replace(POST, request_headers=()), None))
