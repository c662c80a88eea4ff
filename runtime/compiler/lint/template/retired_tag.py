"""A tag of the platform's first year: still drawn, but no longer in the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile
from runtime.compiler.wxml.syntax import Element
from runtime.diagnostics import Diagnostic

_BETTER: Mapping[str, str] = {
    "action-sheet": "wx.showActionSheet",
    "loading": "wx.showLoading",
    "modal": "wx.showModal",
    "toast": "wx.showToast",
}


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    better = _BETTER.get(element.tag)
    if better is not None and file.is_built_in(element.tag):
        span = file.source.span(element.start, element.name_end)
        yield Diagnostic("wxml/retired-tag", span, {"tag": element.tag, "better": better})


RULE = ElementRule(("wxml/retired-tag",), "Source: component reference, which has none of these tags", _check)
