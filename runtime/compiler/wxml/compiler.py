"""Compiles a template to a module for the logic layer. The one entry for the builder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from runtime.compiler.wxml.analyze import analyze
from runtime.compiler.wxml.context import NO_STAND_INS, Context, ReadFile
from runtime.compiler.wxml.declarations import read_declarations
from runtime.compiler.wxml.emit import emit
from runtime.compiler.wxml.expressions.refusals import Generation, of_generation
from runtime.compiler.wxml.item_loops import with_item_loops
from runtime.compiler.wxml.newer_text import newer_document
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Document
from runtime.compiler.wxml.template import Handler, InlineWxs
from runtime.diagnostics import Diagnostic, Span


@dataclass(frozen=True)
class CompiledTemplate:
    """`code`: one JavaScript expression. `wxs_inline`: `path#module` to its source.

    `dependencies`: imports, includes and wxs files, also those that do not exist; to be compiled for themselves
    (an included file too: its templates are looked up in its own module, and its diagnostics come from there).
    `includes`: those whose text is part of `code`, through other includes as well: a change means compiling again.
    `included_findings`: what is wrong in them here and may be right where others include them.
    `tags`: tags that may be custom components, with the first use. `handlers`: methods that the template names.
    `parsed` gives the tree, for tools; `is_newer`: as the newer generation of the framework reads it.
    """

    code: str
    dependencies: tuple[str, ...]
    includes: tuple[str, ...]
    wxs_inline: Mapping[str, InlineWxs]
    diagnostics: tuple[Diagnostic, ...]
    included_findings: tuple[Diagnostic, ...]
    tags: Mapping[str, Span]
    handlers: tuple[Handler, ...]
    is_newer: bool
    parsed: Callable[[], Document] = field(repr=False, compare=False)

    @cached_property
    def document(self) -> Document:
        """The tree."""
        return self.parsed()


class Documents(Mapping[str, Document]):
    """The trees of templates, by path. One that is not asked for need not be there."""

    def __init__(self, templates: Mapping[str, CompiledTemplate]) -> None:
        self._templates = templates

    def __getitem__(self, path: str) -> Document:
        return self._templates[path].document

    def __iter__(self) -> Iterator[str]:
        return iter(self._templates)

    def __len__(self) -> int:
        return len(self._templates)


def parsed_template(path: str, source: str, *, is_newer: bool) -> Document:
    """The tree of a `.wxml` file as one generation of the framework reads it."""
    document = parse(path, source)
    return newer_document(document) if is_newer else document


def compile_template(
    path: str,
    source: str,
    *,
    using: Collection[str],
    built_in: Collection[str],
    read: ReadFile,
    selected_data: Collection[str] = (),
    stand_ins: Mapping[str, str] = NO_STAND_INS,
    is_newer: bool = False,
) -> CompiledTemplate:
    """Compiles the text of one `.wxml` file. Never raises on account of it.

    `path` is relative to the project root; `using` are the tags that `usingComponents` names, `built_in` those of the
    platform; `read` gives the text of another project file, or None; `selected_data` are the keys of the dataset that
    style sheets select by; `stand_ins`: built-in tags for tags whose component is missing (`componentPlaceholder`);
    `is_newer`: the newer generation of the framework reads it (`componentFramework`).
    """
    document = with_item_loops(parsed_template(path, source, is_newer=is_newer))
    context = Context(document, using, built_in, read, selected_data, stand_ins, is_newer=is_newer)
    generation: Generation = "newer" if is_newer else "older"
    declarations = read_declarations(document, context)
    template = analyze(document, declarations, context)
    wxs_files = [file for file in declarations.wxs.values() if file not in declarations.wxs_inline]
    dependencies = dict.fromkeys([*declarations.imports, *context.includes, *wxs_files, *declarations.missing])
    return CompiledTemplate(
        emit(template),
        tuple(dependencies),
        tuple(context.includes),
        declarations.wxs_inline,
        tuple(of_generation(sorted(context.diagnostics, key=lambda diagnostic: diagnostic.span), generation)),
        tuple(context.included_findings),
        context.tags,
        tuple(context.handlers),
        is_newer,
        lambda: document,
    )
