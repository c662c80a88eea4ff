"""Compiles templates and runs them in an engine with the logic layer's primitives, without the rest of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import quickjs

from runtime.compiler.wxml.compiler import CompiledTemplate, compile_template
from runtime.platform.wechat import WECHAT
from simulator.worker.library import library_of

RENDERER = Path(__file__).parent / "template_renderer.js"


class TemplateRun:
    """The files of a small project; `compiled` has all its templates."""

    def __init__(self, files: Mapping[str, str], using: Collection[str] = ()) -> None:
        self.files = files
        self.compiled: dict[str, CompiledTemplate] = {
            path: compile_template(path, text, using=using, built_in=WECHAT.tags, read=files.get)
            for path, text in files.items()
            if path.endswith(".wxml")
        }

    def render(self, path: str, data: object) -> Any:
        """The tree of a template as `[tag, fields, ...children]`."""
        sources = {file: compiled.code for file, compiled in self.compiled.items()}
        wxs = {file: text for file, text in self.files.items() if file.endswith(".wxs")}
        for compiled in self.compiled.values():
            wxs.update({file: inline.source for file, inline in compiled.wxs_inline.items()})
        context = open_engine()
        arguments = ",".join(json.dumps(argument) for argument in (sources, wxs, path, data))
        return json.loads(context.eval(f"JSON.stringify(render({arguments}))"))


def open_engine() -> quickjs.Context:
    """An engine in which `library.primitives` and `render` are defined."""
    context = quickjs.Context()
    context.eval("globalThis.post = () => {}")
    context.set("library", context.eval(library_of("logic/tree/primitives.js").code))
    context.eval(RENDERER.read_text("utf-8"))
    return context


def render(wxml: str, data: object = None, using: Collection[str] = ()) -> Any:
    """The tree of one template that stands alone."""
    return TemplateRun({"a.wxml": wxml}, using).render("a.wxml", {} if data is None else data)
