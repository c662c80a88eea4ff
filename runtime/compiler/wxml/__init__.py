"""Compiles templates: `compile_template` for the builder, `parse` for tools that only want the tree."""

from runtime.compiler.wxml.compiler import CompiledTemplate, compile_template
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.template import Handler, InlineWxs

__all__ = ["CompiledTemplate", "Handler", "InlineWxs", "compile_template", "parse"]
