"""Previews of values (resources/docs/wire.md, "Previews") as one line of text, in pieces that can be coloured.

Reads what the logic process wrote; deeper members and their loading are for the panels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

Role = Literal[
    "plain", "string", "number", "boolean", "null", "undefined", "function", "symbol", "error", "key", "dim",
    "link", "name", "method", "info", "warn", "ok", "fail", "simulated", "unsupported",
]  # fmt: skip

Preview = dict[str, Any]

MAX_MEMBERS = 8
MAX_NESTED_TEXT = 100

_LITERAL_ROLES: dict[str, Role] = {
    "number": "number",
    "boolean": "boolean",
    "null": "null",
    "undefined": "undefined",
    "function": "function",
    "symbol": "symbol",
    "bigint": "number",
    "date": "plain",
    "regexp": "error",
    "error": "error",
}
_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z")
_DIRECTIVE = re.compile(r"%[sdifoOc%]")


class Piece(NamedTuple):
    """A stretch of text of one colour; `css` is what the program says of its looks by `%c`."""

    text: str
    role: Role = "plain"
    css: str = ""


def has_members(preview: Preview) -> bool:
    """Whether the value is an object or array that can be opened."""
    if preview.get("t") == "array":
        return bool(preview.get("n") or preview.get("items"))
    return preview.get("t") == "object" and bool(preview.get("props") or preview.get("more"))


def members(preview: Preview) -> list[tuple[str, Preview]]:
    """The members that the preview carries, in order."""
    if preview.get("t") == "array":
        start = int(preview.get("start") or 0)
        return [(str(start + index), item) for index, item in enumerate(preview.get("items") or [])]
    return [(str(key), value) for key, value in preview.get("props") or []]


def inline(preview: Preview, *, nested: bool = False) -> Iterator[Piece]:
    """The value on one line. A string is quoted only when `nested`."""
    kind = preview.get("t", "undefined")
    if kind == "array":
        yield from _array(preview)
    elif kind == "object":
        yield from _object(preview)
    elif kind == "string":
        text = str(preview.get("v", ""))
        yield Piece(_quoted(text), "string") if nested else Piece(text + ("…" if preview.get("more") else ""))
    else:
        yield Piece(_literal(kind, preview.get("v")), _LITERAL_ROLES.get(kind, "plain"))


def inline_arguments(arguments: Sequence[Preview]) -> Iterator[tuple[int, list[Piece]]]:
    """The arguments of one console call, each with its index; index -1 is text between them.

    Carries out the directives %s %d %i %f %o %O %c %% of a leading string.
    """
    rest = list(enumerate(arguments))
    if rest and rest[0][1].get("t") == "string" and _DIRECTIVE.search(str(rest[0][1].get("v"))):
        yield from _directives(str(rest[0][1]["v"]), rest)
    for position, (index, preview) in enumerate(rest):
        if position or index:
            yield -1, [Piece(" ")]
        yield index, list(inline(preview))


def plain_text(arguments: Sequence[Preview], limit: int = 10_000) -> str:
    """The arguments of one console call as plain text, cut after `limit` characters."""
    text = "".join(piece.text for _, pieces in inline_arguments(arguments) for piece in pieces)
    return text if len(text) <= limit else text[:limit] + "…"


def preview_of_json(value: object, depth: int = 2) -> Preview:
    """A JSON value as a preview of the same form, to the given depth."""
    if value is None:
        return {"t": "null"}
    if isinstance(value, bool):
        return {"t": "boolean", "v": value}
    if isinstance(value, int | float):
        return {"t": "number", "v": value}
    if isinstance(value, str):
        return {"t": "string", "v": value}
    if isinstance(value, list):
        items = [preview_of_json(item, depth - 1) for item in value[:100]] if depth else []
        return {"t": "array", "n": len(value), "items": items, "more": len(items) < len(value)}
    assert isinstance(value, dict)
    props = [[key, preview_of_json(value[key], depth - 1)] for key in list(value)[:100]] if depth else []
    return {"t": "object", "cls": "Object", "props": props, "more": len(props) < len(value)}


def _directives(text: str, rest: list[tuple[int, Preview]]) -> Iterator[tuple[int, list[Piece]]]:
    rest.pop(0)
    start, css = 0, ""
    for match in _DIRECTIVE.finditer(text):
        directive = match.group()
        if directive != "%%" and not rest:
            break
        if match.start() > start:
            yield 0, [Piece(text[start : match.start()], css=css)]
        start = match.end()
        if directive == "%%":
            yield 0, [Piece("%", css=css)]
            continue
        index, preview = rest.pop(0)
        if directive == "%c":
            css = str(preview.get("v", "")) if preview.get("t") == "string" else ""
            continue
        if directive in "%d%i" and preview.get("t") == "number" and isinstance(preview.get("v"), int | float):
            preview = {"t": "number", "v": int(preview["v"])}
        pieces = list(inline(preview, nested=directive in "%o%O"))
        yield index, [Piece(piece.text, "plain" if directive == "%s" else piece.role, css) for piece in pieces]
    if start < len(text):
        yield 0, [Piece(text[start:], css=css)]


def _literal(kind: str, value: object) -> str:
    if kind in ("null", "undefined"):
        return kind
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "function":
        return f"ƒ {value or ''}()"
    if kind == "bigint":
        return f"{value}n"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value if value is not None else "")


def _quoted(text: str) -> str:
    cut = text if len(text) <= MAX_NESTED_TEXT else text[: MAX_NESTED_TEXT // 2] + "…" + text[-MAX_NESTED_TEXT // 2 :]
    return "'" + cut.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r") + "'"


def _array(preview: Preview) -> Iterator[Piece]:
    items = preview.get("items") or []
    count = int(preview.get("n", len(items)))
    if count and not items:
        yield Piece(f"Array({count})")
        return
    if count > 1:
        yield Piece(f"({count}) ", "dim")
    yield Piece("[")
    for index, item in enumerate(items[: MAX_MEMBERS * 2]):
        yield Piece(", " if index else "")
        yield from _short(item)
    yield Piece(", …]" if count > min(len(items), MAX_MEMBERS * 2) else "]")


def _object(preview: Preview) -> Iterator[Piece]:
    props = preview.get("props") or []
    cls = str(preview.get("cls") or "Object")
    if cls != "Object":
        yield Piece(cls + " ")
    if not props and preview.get("more"):
        yield Piece("{…}")
        return
    yield Piece("{")
    for index, (key, value) in enumerate(props[:MAX_MEMBERS]):
        yield Piece(", " if index else "")
        yield Piece(key if _IDENTIFIER.match(key) else _quoted(key), "dim")
        yield Piece(": ")
        yield from _short(value)
    yield Piece(", …}" if preview.get("more") or len(props) > MAX_MEMBERS else "}")


def _short(preview: Preview) -> Iterator[Piece]:
    """A member inside an inline object: its own members are only hinted at."""
    kind = preview.get("t")
    if kind == "array":
        count = int(preview.get("n", 0))
        yield Piece(f"Array({count})" if count else "[]")
    elif kind == "object":
        cls = str(preview.get("cls") or "Object")
        yield Piece(cls if cls != "Object" else "{…}" if has_members(preview) else "{}")
    elif kind == "function":
        yield Piece("ƒ", "function")
    else:
        yield from inline(preview, nested=True)
