"""A slip in the unit of a length inside `style="…"`, such as `10prx`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.rule import ElementRule
from runtime.compiler.lint.template_file import TemplateFile
from runtime.compiler.wxml.syntax import Element
from runtime.compiler.wxss.values import SLIPS
from runtime.diagnostics import Diagnostic

_LENGTH = re.compile(r"(?<![\w#.-])[\d.]+([A-Za-z]+)(?![\w-])")


def _check(element: Element, file: TemplateFile) -> Iterator[Diagnostic]:
    attribute = element.attribute("style")
    if attribute is None or attribute.value is None or attribute.value.static is None:
        return
    value = attribute.value
    for match in _LENGTH.finditer(re.sub(r"url\([^)]*\)", lambda url: " " * len(url[0]), value.raw)):
        if match[1].lower() in SLIPS:
            span = file.source.span(value.start + match.start(), value.start + match.end())
            yield Diagnostic("wxss/unknown-unit", span, {"found": match[0], "unit": match[1]})


RULE = ElementRule(("wxss/unknown-unit",), "Source: WXSS reference page, length units", _check)
