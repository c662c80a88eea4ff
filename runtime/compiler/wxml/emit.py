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
        f"all:{_names(block.all_names)},{_told(block)}regions:[{regions}]}}\n"
    )


def _told(block: Block) -> str:
    """Which values are told whenever they were set, and whether they were, in the same order."""
    if not block.told:
        return ""
    parts = ",".join(touch.code or "0" for touch in block.told.values())
    return f"told:{_json(list(block.told))},touched:function(U,D,L){{return[{parts}]}},"


def _values(values: tuple[Compiled, ...]) -> str:
    return f"function(D,L){{return[{','.join(value.code for value in values)}]}}" if values else "E"


def _region(region: Region) -> str:
    if not region.functions and region.static["kind"] == "content":
        return "{}"
    parts = [f"{name}:function(D,L){{return {code}}}" for name, code in region.functions.items()]
    if region.touch.code:
        parts.append(f"touch:function(U,D,L){{return {region.touch.code}}}")
    return f"{{{','.join([*parts, f'deps:{_names(region.names | region.touch.loops)}'])}}}"


def _names(names: Iterable[str]) -> str:
    return _json(sorted(names))


def _json(value: Mapping[str, Json] | Sequence[Json]) -> str:
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(value, separators=(",", ":"))
    return text if text.isascii() or text.isprintable() else json.dumps(value, separators=(",", ":"))
