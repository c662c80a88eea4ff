"""An exchange as a command that repeats it: curl in a POSIX shell, curl in the Windows command prompt, Python.

What a server or a program wrote is quoted and never becomes a command. What cannot be said in an argument, bytes that
are no text, travels as base64.
"""

from __future__ import annotations

import base64
import re
import shlex
from collections.abc import Callable

from simulator.traffic.exchange import Exchange

Quote = Callable[[str], str]
_METHODS_OF_CURL = {False: "GET", True: "POST"}
_META = re.compile(r"[^a-zA-Z0-9\s_\-:=+~'/.',?;*`\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ADDRESS = re.compile(r"(?:https?|wss?)://", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[\]{}]")
_OF_THE_CLIENT = frozenset(("content-length", "transfer-encoding", "accept-encoding"))


def curl(exchange: Exchange, body: bytes | None) -> str:
    """For sh, bash and zsh. `body` is that of the request; None: it has none, or is not kept."""
    text = body_text(body)
    parts = _arguments(exchange, shlex.quote, text)
    if body and text is None and exchange.kind != "upload":
        encoded = base64.b64encode(body).decode("ascii")
        command = " \\\n  ".join([*parts, "--data-binary @-"])
        return f"printf %s {encoded} | base64 -d | {command}"
    return " \\\n  ".join(parts)


def curl_for_windows(exchange: Exchange, body: bytes | None) -> str:
    """For cmd.exe. Bytes that are no text are left out: it has no way to say them."""
    return " ^\n  ".join(_arguments(exchange, quoted_for_windows, body_text(body)))


def python(exchange: Exchange, body: bytes | None) -> str:
    """With httpx, whose call `requests` has as well."""
    lines = [
        "import httpx",
        "",
        "response = httpx.request(",
        f"    {exchange.method!r},",
        f"    {cleaned(exchange.url)!r},",
    ]
    headers = headers_of(exchange)
    if headers:
        lines += ["    headers={", *(f"        {name!r}: {value!r}," for name, value in headers), "    },"]
    if exchange.kind == "upload":
        lines.append(f"    data={dict(exchange.fields)!r},")
        lines.append(f"    files={{{exchange.field_name!r}: open({exchange.file_name!r}, 'rb')}},")
    elif body:
        lines.append(f"    content={body!r},")
    return "\n".join([*lines, ")", "print(response.status_code, response.text)", ""])


def quoted_for_windows(text: str) -> str:
    """One argument for cmd.exe and the C library of the program that it starts.

    Quotes are the library's, so each is escaped for the prompt as well; a name between percent signs is broken up, for
    the prompt would put a variable in its place. A line break is `^` and two of them.
    """
    text = re.sub(r'(\\*)"', r'\1\1\\"', text)
    text = re.sub(r"(\\+)\Z", r"\1\1", text)
    text = _META.sub(r"^\g<0>", text)
    text = re.sub(r"%(?=[a-zA-Z0-9_])", "%^", text)
    text = re.sub(r"\r\n?|\n", "^\n\n", text)
    return f'^"{text}^"'


def _arguments(exchange: Exchange, quote: Quote, text: str | None) -> list[str]:
    url = cleaned(exchange.url)
    # What is no address could be taken for an option; brackets would be a pattern of several addresses.
    flags = ("--globoff " if _BRACKETS.search(url) else "") + ("" if _ADDRESS.match(url) else "--url ")
    parts = [f"curl {flags}{quote(url)}"]
    has_body = bool(text) or exchange.kind == "upload"
    if exchange.method == "HEAD":
        parts.append("--head")
    elif exchange.method != _METHODS_OF_CURL[has_body]:
        parts.append(f"-X {quote(cleaned(exchange.method))}")
    for name, value in headers_of(exchange):
        # curl takes `Name:` for a header that is not to be sent.
        parts.append(f"-H {quote(f'{name}: {value}' if value else f'{name};')}")
    if exchange.kind == "upload":
        parts += [f"--form-string {quote(f'{cleaned(name)}={value}')}" for name, value in exchange.fields]
        file = exchange.file_name.replace("\\", "\\\\").replace('"', '\\"')
        part = cleaned(exchange.field_name + f'=@"{file}"')
        parts.append(f"-F {quote(part)}")
    elif text:
        parts.append(f"--data-raw {quote(text)}")
    return parts


def headers_of(exchange: Exchange) -> list[tuple[str, str]]:
    """Those that the program sent, and no client makes itself."""
    return [
        (cleaned(name), cleaned(value))
        for name, value in exchange.request_headers
        if name.lower() not in _OF_THE_CLIENT and not name.startswith(("Sec-WebSocket", "@"))
    ]


def cleaned(text: str) -> str:
    """A text without what ends a line or is no text: neither a header nor an address has it."""
    return re.sub(r"[\r\n]", " ", _CONTROL.sub("", text)).encode("utf-8", "replace").decode("utf-8")


def body_text(body: bytes | None) -> str | None:
    """A body as text; None if it is none."""
    if body is None:
        return None
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text
