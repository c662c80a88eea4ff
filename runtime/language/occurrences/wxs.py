"""What a wxs module offers: in it, in modules that require it, in templates; the name of a module in its template."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from runtime.compiler.wxml.expressions.tokens import Token, tokens_of
from runtime.compiler.wxml.syntax import Document, Mustache, Text, Value
from runtime.language.components import templates_of
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.scripts.declared import Members
from runtime.language.scripts.facts import read_script
from runtime.language.scripts.wxs_names import WxsNames, read_wxs_names
from runtime.language.subjects.subject import WxsMember, WxsModule
from runtime.language.wxml.scope import modules_of
from runtime.project.model import Project
from runtime.project.paths import folder_of, join


def occurrences_of_wxs_member(documents: Documents, project: Project, subject: WxsMember) -> Iterator[Occurrence]:
    """Every place of what a module offers."""
    yield from _in_module(documents, subject)
    if not subject.module:
        for path in (one for one in project.files.paths if one.endswith(".wxs")):
            for use in names_of(documents, path).uses if subject.name in (documents.text(path) or "") else ():
                if use.name == subject.name and join(folder_of(path), use.required) == subject.path:
                    yield Occurrence(path, use.start, use.end)
    for path in [subject.path] if subject.module else templates_of(project):
        document = documents.template(path) if subject.name in (documents.text(path) or "") else None
        for name, (_, file) in modules_of(document).items() if document is not None else ():
            if document is not None and (name == subject.module or (not subject.module and file == subject.path)):
                yield from _members(document, path, name, subject.name)


def occurrences_of_wxs_module(documents: Documents, subject: WxsModule) -> Iterator[Occurrence]:
    """Every place of a module's name in the template that gives it."""
    document = documents.template(subject.path)
    element, _ = modules_of(document).get(subject.name, (None, "")) if document is not None else (None, "")
    attribute = element.attribute("module") if element is not None else None
    if document is None or attribute is None or attribute.value is None:
        return
    start = document.source.text.index(subject.name, attribute.value.start)
    yield Occurrence(subject.path, start, start + len(subject.name), True)
    for before, token, behind in _tokens(document):
        if token.text == subject.name and before not in (".", "?.") and behind != ":":
            is_short = before in ("", "{", ",") and behind in ("", "}", ",") and _is_data(document, token.start)
            form: Form = "key" if is_short else "name"
            yield Occurrence(subject.path, token.start, token.end, form=form)


def definitions_of_wxs_module(documents: Documents, subject: WxsModule) -> Iterator[Occurrence]:
    """The file of a module, or the name where it stands in the template."""
    document = documents.template(subject.path)
    _, file = modules_of(document).get(subject.name, (None, "")) if document is not None else (None, "")
    if file:
        yield Occurrence(file, 0, 0, True)
    else:
        yield from (one for one in occurrences_of_wxs_module(documents, subject) if one.is_definition)


def exports_of(documents: Documents, path: str, module: str) -> tuple[Members, int]:
    """What a module offers, with the offset of its text in the file. `module`: it stands in that template."""
    if not module:
        facts = documents.script(path)
        return (facts.exports if facts is not None else {}), 0
    start, text = _inline(documents, path, module)
    return read_script(path, text).exports, start


def names_in(documents: Documents, path: str, module: str) -> WxsNames:
    """The names in a module, also in one that stands in a template."""
    return read_wxs_names(path, _inline(documents, path, module)[1]) if module else names_of(documents, path)


def names_of(documents: Documents, path: str) -> WxsNames:
    """The names in a module that is a file."""
    return documents.keep("wxs names", path, lambda: read_wxs_names(path, documents.text(path) or ""))


def _in_module(documents: Documents, subject: WxsMember) -> Iterator[Occurrence]:
    exports, at = exports_of(documents, subject.path, subject.module)
    member = exports.get(subject.name)
    if member is None:
        return
    names = names_in(documents, subject.path, subject.module)
    # The function has the name of what it is offered as.
    places = names.locals.get(subject.name, []) if subject.name in names.own else []
    form: Form = "shorthand" if member.is_shorthand and not places else "name"
    yield Occurrence(subject.path, at + member.start, at + member.end, True, form)
    for start, end in places:
        if start != member.start:
            yield Occurrence(subject.path, at + start, at + end)


def _inline(documents: Documents, path: str, module: str) -> tuple[int, str]:
    document = documents.template(path) if module else None
    element, _ = modules_of(document).get(module, (None, "")) if document is not None else (None, "")
    text = next((one for one in element.children if isinstance(one, Text)), None) if element is not None else None
    return (text.start, text.value.raw) if text is not None else (0, "")


def _members(document: Document, path: str, module: str, name: str) -> Iterator[Occurrence]:
    found = list(_tokens(document))
    for (before, owner, dot), (_, member, _) in pairwise(found):
        follows = dot in (".", "?.") and 0 < member.start - owner.end <= len(dot) + 20
        if owner.text == module and before not in (".", "?.") and follows and member.text == name:
            yield Occurrence(path, member.start, member.end)


def _tokens(document: Document) -> Iterator[tuple[str, Token, str]]:
    """The names in mustaches, each with what stands before and behind it."""
    text = document.source.text
    for value in _values(document):
        for piece in value.pieces:
            if isinstance(piece, Mustache):
                tokens = [one for one in tokens_of(text[piece.start + 2 : piece.end - 2], piece.start + 2)]
                around = ["", *(one.text for one in tokens if one.kind != "end"), ""]
                for number, token in enumerate(one for one in tokens if one.kind != "end"):
                    if token.kind == "name":
                        yield around[number], token, around[number + 2]


def _values(document: Document) -> Iterator[Value]:
    waiting = list(document.children)
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, Text):
            yield node.value
            continue
        yield from (one.value for one in getattr(node, "attributes", ()) if one.value is not None)
        waiting = [*(() if getattr(node, "tag", "wxs") == "wxs" else node.children), *waiting]  # type: ignore[union-attr]


def _is_data(document: Document, offset: int) -> bool:
    """Whether a mustache makes the data of a template."""
    return any(
        element.tag == "template" and (one := element.attribute("data")) is not None and one.start < offset < one.end
        for element in document.elements()
    )
