"""Selectors and at-rules in style files: what the templates of a sheet wear first, then tags and pseudo classes."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import TEMPLATE_ENDINGS, ending_of
from runtime.language.answers import Suggestion
from runtime.language.completion.usual import PSEUDO, TAGS, order
from runtime.language.components import templates_below
from runtime.language.documents import Documents
from runtime.language.styles.classes import app_sheets, classes_of_sheet
from runtime.language.styles.imports import with_importers
from runtime.language.styles.indented import INDENTED
from runtime.language.wxml.classes import classes_in
from runtime.platform.elements import Elements

_ELEMENTS = ("before", "after", "placeholder", "-webkit-scrollbar")
_PLAIN = {
    "@import": '@import "$1";', "@media": "@media ($1) {\n\t$0\n}", "@keyframes": "@keyframes $1 {\n\t$0\n}",
    "@font-face": "@font-face {\n\t$0\n}",
}  # fmt: skip
_SASS = {
    "@use": '@use "$1";', "@mixin": "@mixin $1 {\n\t$0\n}", "@function": "@function $1($2) {\n\t@return $0;\n}",
}  # fmt: skip
_NESTED = {"@media": "@media ($1) {\n\t$0\n}"}
_NESTED_SASS = {
    "@include": "@include $0;", "@extend": "@extend $0;", "@if": "@if $1 {\n\t$0\n}",
    "@each": "@each \\$$1 in $2 {\n\t$0\n}", "@for": "@for \\$$1 from 1 through $2 {\n\t$0\n}",
}  # fmt: skip
_MAX_SHEETS = 60


def selectors(documents: Documents, elements: Elements, path: str) -> Iterator[Suggestion]:
    """Classes and ids of the templates that the sheet applies to, classes of the sheet, tags."""
    styled = dict.fromkeys(one.name for one in classes_of_sheet(documents, path))
    worn: dict[str, str] = {}
    for template in _templates(documents, path):
        document = documents.template(template)
        for use in classes_in(document) if document is not None else ():
            worn.setdefault(f".{use.name}", template)
        for element in document.elements() if document is not None else ():
            name = element.static("id")
            if name and "{{" not in name and " " not in name:
                worn.setdefault(f"#{name}", template)
    for name, template in worn.items():
        # What has no rule yet is what one is about to write.
        yield Suggestion(
            name, "class", name, documents.outer(template), rank=1 if name[0] == "#" or name[1:] in styled else 0
        )
    for name in styled:
        if f".{name}" not in worn:
            yield Suggestion(f".{name}", "class", f".{name}", rank=1)
    yield Suggestion("page", "tag", "page", rank=2)
    for tag in elements.tags.values():
        if tag.address:
            yield Suggestion(tag.name, "tag", tag.name, rank=order(tag.name, TAGS, 3))


def _templates(documents: Documents, path: str) -> list[str]:
    """The templates that a sheet applies to; of one that the app imports there are too many to say."""
    project = documents.project
    if project is None or path in app_sheets(documents):
        return []
    sheets = sorted(with_importers(documents, project, (path,)))[:_MAX_SHEETS]
    stems = [stem for one in sheets if (stem := one.removesuffix(ending_of(one))) in project.components]
    return [one for one in templates_below(documents, stems) if one.endswith(TEMPLATE_ENDINGS)]


def pseudo_selectors(colons: str) -> Iterator[Suggestion]:
    """What follows a colon, or two of them."""
    for name in _ELEMENTS if colons == "::" else PSEUDO:
        shown = f"::{name}" if name in _ELEMENTS else f":{name}"
        is_call = name.endswith("()")
        insert = f"{shown[:-1]}$1)" if is_call else shown
        rank = order(name, PSEUDO, 0)
        yield Suggestion(shown, "value", insert, rank=rank, is_snippet=is_call, filter=f"{colons}{name}")


def at_rules(ending: str, *, is_nested: bool) -> Iterator[Suggestion]:
    """The at-rules of a language, beside rules or in one."""
    is_sass = ending in (".scss", INDENTED)
    known = {**(_NESTED if is_nested else _PLAIN)}
    if is_sass:
        known |= _NESTED_SASS if is_nested else _SASS
    for name, snippet in known.items():
        written = _without_braces(snippet) if ending == INDENTED else snippet
        goes_on = written.endswith("$0") and name in ("@include", "@extend")
        yield Suggestion(name, "directive", written, rank=40, is_snippet=True, goes_on=goes_on or '"$1"' in written)


def frames(*, is_indented: bool) -> Iterator[Suggestion]:
    """The steps of an animation."""
    for rank, name in enumerate(("from", "to", "0%", "50%", "100%")):
        snippet = f"{name} {{\n\t$0\n}}"
        written = _without_braces(snippet) if is_indented else snippet
        yield Suggestion(name, "value", written, rank=rank, is_snippet=True)


def _without_braces(snippet: str) -> str:
    """As the indented form of Sass has it."""
    return snippet.replace(" {", "").replace("\n}", "").replace(";", "")
