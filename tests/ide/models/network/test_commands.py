"""Commands that repeat an exchange: what comes out of a shell's quoting is what went in, whatever it was."""

from __future__ import annotations

import ast
import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ide.models.network.commands import curl, curl_for_windows, python, quoted_for_windows
from simulator.traffic.exchange import Exchange

POST = Exchange(1, "request", "https://a.example/b?c=1", 0, "POST", request_headers=(("X-A", "b"),))
SHOW = 'curl() { printf \'%s\\n\' "$#"; for one in "$@"; do printf \'%s\\0\' "$one"; done; }\n'


def arguments_in_shell(command: str) -> list[str]:
    """What a POSIX shell would hand to curl."""
    shown = subprocess.run(["sh", "-c", SHOW + command], capture_output=True, check=True, timeout=60).stdout
    count, _, rest = shown.partition(b"\n")
    found = rest.decode("utf-8").split("\0")[:-1]
    assert len(found) == int(count)
    return found


def arguments_in_windows(line: str) -> list[str]:
    """What cmd.exe and the C library make of a line: carets and line breaks first, then quotes and backslashes."""
    plain, at = "", 0
    while at < len(line):
        if line[at] == "^":
            at += 1
            if line[at : at + 1] == "\n":
                at += 1
        plain += line[at : at + 1]
        at += 1
    found: list[str] = []
    current, is_quoted, slashes, is_begun = "", False, 0, False
    for sign in plain:
        if sign == "\\":
            slashes, is_begun = slashes + 1, True
            continue
        if sign == '"':
            current += "\\" * (slashes // 2)
            if slashes % 2:
                current += '"'
            else:
                is_quoted = not is_quoted
            slashes, is_begun = 0, True
            continue
        current += "\\" * slashes
        slashes = 0
        if sign in " \t" and not is_quoted:
            if is_begun:
                found.append(current)
            current, is_begun = "", False
        else:
            current, is_begun = current + sign, True
    current += "\\" * slashes
    return [*found, current] if is_begun else found


HOSTILE = [
    "'; touch /tmp/owned; '", '"& calc.exe &"', "$(id)`id`", "%PATH%", "a\nb", "\\", '\\"', "^&|<>", "@/etc/passwd",
    "!x!", "名",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_body_becomes_a_command(text: str) -> None:
    shown = arguments_in_shell(curl(POST, text.encode()))
    assert shown == ["https://a.example/b?c=1", "-H", "X-A: b", "--data-raw", text]


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_the_windows_prompt_gives_back_what_was_quoted(text: str) -> None:
    quoted = quoted_for_windows(text)
    assert arguments_in_windows(quoted) == [text]
    # No variable has a caret in its name, so nothing is put in its place.
    assert all(name.startswith("^") for name in quoted.split("%")[1:-1] if name[:1].isalnum())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_body_becomes_a_command_in_windows(text: str) -> None:
    line = curl_for_windows(POST, text.encode()).replace(" ^\n  ", " ")
    assert arguments_in_windows(line) == ["curl", "https://a.example/b?c=1", "-H", "X-A: b", "--data-raw", text]


def test_headers_cannot_bring_others_and_addresses_are_no_options() -> None:
    hostile = replace(
        POST, method="GET", url="-o/tmp/x",
        request_headers=(("X-A", "b\r\nX-Evil: 1"), ("@/etc/passwd", ""), ("Empty", "")),
    )  # fmt: skip
    assert arguments_in_shell(curl(hostile, None)) == ["--url", "-o/tmp/x", "-H", "X-A: b  X-Evil: 1", "-H", "Empty;"]


def test_addresses_with_brackets_are_one_address() -> None:
    assert arguments_in_shell(curl(replace(POST, method="GET", url="http://a/[1-9]{x}"), None))[:2] == [
        "--globoff", "http://a/[1-9]{x}",
    ]  # fmt: skip


def test_bytes_that_are_no_text_travel_as_base64() -> None:
    command = curl(POST, b"\x00\xff'")
    assert command.startswith("printf %s AP8n | base64 -d | curl ")
    assert arguments_in_shell(command)[-2:] == ["--data-binary", "@-"]


def test_uploads_name_their_file() -> None:
    upload = replace(POST, kind="upload", fields=(("k", "a;b"),), field_name="file", file_name='my "a".png')
    shown = arguments_in_shell(curl(upload, b"\x89"))
    assert shown[-4:] == ["--form-string", "k=a;b", "-F", 'file=@"my \\"a\\".png"']


@pytest.mark.parametrize("body", [None, b"", b"text", b"\x00\xff", "名字'\"\\\n".encode()])
def test_python_says_the_same(body: bytes | None) -> None:
    call = request_in(python(replace(POST, url="https://a.example/'+exit()+'"), body))
    assert call["args"] == ["POST", "https://a.example/'+exit()+'"]
    assert call["headers"] == {"X-A": "b"}
    assert call.get("content", b"") == (body or b"")


def request_in(code: str) -> dict[str, Any]:
    """The call that a script makes, its arguments being plain values."""
    found = next(node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and len(node.args) == 2)
    named = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in found.keywords}
    return {"args": [ast.literal_eval(argument) for argument in found.args], **named}
