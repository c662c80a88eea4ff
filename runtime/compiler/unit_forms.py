"""How the units of a build are stored. What can be read off the text again in no time is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from runtime.compiler.script.compile import CompiledScript
from runtime.compiler.stored_units import Form, PlainForm, Text
from runtime.compiler.wxml.compiler import CompiledTemplate, parsed_template
from runtime.compiler.wxml.template import Handler, InlineWxs
from runtime.compiler.wxs.compile import CompiledWxs
from runtime.compiler.wxss.sheet import ImportMark, Piece, StyleRule, StyleUnit
from runtime.diagnostics import Diagnostic, Span


class _Template(Struct, array_like=True, frozen=True):
    """All of a `CompiledTemplate` but its tree."""

    code: str
    dependencies: tuple[str, ...]
    includes: tuple[str, ...]
    wxs_inline: dict[str, InlineWxs]
    diagnostics: tuple[Diagnostic, ...]
    included_findings: tuple[Diagnostic, ...]
    tags: dict[str, Span]
    handlers: tuple[Handler, ...]
    is_newer: bool


class _TemplateForm:
    _decoder = msgspec.msgpack.Decoder(_Template)

    def encode(self, value: CompiledTemplate) -> bytes:
        return msgspec.msgpack.encode([getattr(value, name) for name in _Template.__struct_fields__])

    def decode(self, data: bytes, path: str, text: Text) -> CompiledTemplate:
        found = self._decoder.decode(data)
        given: dict[str, Any] = {name: getattr(found, name) for name in _Template.__struct_fields__}
        return CompiledTemplate(**given, parsed=lambda: parsed_template(path, text() or "", is_newer=found.is_newer))


class _Style(Struct, array_like=True, frozen=True):
    """All of a `StyleUnit` but its chunks, which only make the next change quicker."""

    path: str
    pieces: tuple[Piece | int, ...]
    rules: tuple[StyleRule | ImportMark, ...]
    diagnostics: tuple[Diagnostic, ...]


class _StyleForm:
    _decoder = msgspec.msgpack.Decoder(_Style)

    def encode(self, value: StyleUnit) -> bytes:
        return msgspec.msgpack.encode(_Style(value.path, value.pieces, value.rules, value.diagnostics))

    def decode(self, data: bytes, path: str, text: Text) -> StyleUnit:
        found = self._decoder.decode(data)
        return StyleUnit(found.path, found.pieces, found.rules, found.diagnostics)


BUILD_FORMS: Mapping[str, Form] = {
    "script": PlainForm(CompiledScript),
    "wxs": PlainForm(CompiledWxs),
    "template": _TemplateForm(),
    "style": _StyleForm(),
}
