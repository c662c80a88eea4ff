"""Writes an analysed template as the JavaScript expression that the logic layer evaluates (wire.md, section 1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from runtime.compiler.wxml.expressions.compile import js_string
from runtime.compiler.wxml.expressions.scope import Compiled
from runtime.compiler.wxml.template import Block, Json, Region, Template


def emit(template: Template) -> str:
    """One expression: `(function (R, W) { return {…} })`. `E` in it is the function of blocks without values."""
    parts = [
        f"path:{js_string(template.path)}",
        f"imports:{_json(list(template.imports))}",
        f"wxs:{_json(template.wxs)}",
        f"templates:{_json(template.templates)}",
        f"main:{template.main}",
        f"blocks:[\n{','.join(_block(block) for block in template.blocks)}]",
    ]
    return f"(function(R,W){{function E(){{return[]}}return{{{','.join(parts)}}}}})"


def _block(block: Block) -> str:
    regions = ",".join(_region(region) for region in block.regions)
    return (
        f"{{def:{_json(block.definition)},values:{_values(block.values)},deps:{_names(block.names)},"
        f"all:{_names(block.all_names)},{_uses(block)}regions:[{regions}]}}\n"
    )


def _uses(block: Block) -> str:
    """The names behind each property that is set again whenever one of them was set, changed or not.

    Those are properties of hosts, and attributes with a `change:` observer.
    """
    nodes = block.definition["nodes"]
    is_used = [
        kind == "prop" or (kind == "attr" and name in nodes[node].get("change", ()))
        for node, kind, name, _line in block.definition["binds"]
    ]
    if not any(is_used):
        return ""
    uses = [sorted(value.names) if used else [] for used, value in zip(is_used, block.values, strict=True)]
    return f"uses:{_json(uses)},"


def _values(values: tuple[Compiled, ...]) -> str:
    return f"function(D,L){{return[{','.join(value.code for value in values)}]}}" if values else "E"


def _region(region: Region) -> str:
    if not region.functions and region.static["kind"] == "content":
        return "{}"
    parts = [f"{name}:function(D,L){{return {code}}}" for name, code in region.functions.items()]
    return f"{{{','.join([*parts, f'deps:{_names(region.names)}'])}}}"


def _names(names: Iterable[str]) -> str:
    return _json(sorted(names))


def _json(value: Mapping[str, Json] | Sequence[Json]) -> str:
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(value, separators=(",", ":"))
    return text if text.isascii() or text.isprintable() else json.dumps(value, separators=(",", ":"))
