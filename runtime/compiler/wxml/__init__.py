"""Compiles templates: `compile_template` for the builder; `parse`, `print_document`, `to_lxml` for tools."""

from runtime.compiler.wxml.compiler import CompiledTemplate, compile_template
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.print import print_document
from runtime.compiler.wxml.template import Handler, InlineWxs
from runtime.compiler.wxml.tree import to_lxml

__all__ = ["CompiledTemplate", "Handler", "InlineWxs", "compile_template", "parse", "print_document", "to_lxml"]
