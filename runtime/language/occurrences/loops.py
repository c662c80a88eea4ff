"""A variable of a loop in a template: where the loop names it, and where it is read."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.syntax import Element
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.subjects.subject import LoopVariable
from runtime.language.wxml.reads import reads_of
from runtime.language.wxml.scope import modules_of


def occurrences_of_loop_variable(documents: Documents, subject: LoopVariable) -> Iterator[Occurrence]:
    """Every place of the variable; its definition is the loop itself where that gives it no name."""
    element = _element(documents, subject)
    if element is None:
        return
    named = element.attribute("wx:for-index" if subject.is_index else "wx:for-item")
    loop = element.attribute("wx:for") or element.attribute("wx:for-items")
    if named is not None and named.value is not None:
        start = named.value.start + len(named.value.raw) - len(named.value.raw.lstrip())
        yield Occurrence(subject.path, start, start + len(subject.name), True)
    elif loop is not None:
        form: Form = "loop-index" if subject.is_index else "loop-item"
        yield Occurrence(subject.path, loop.start, loop.start + len("wx:for"), True, form)
    for read in reads_of(documents, subject.path):
        if read.loop is not None and read.place is not None and (read.loop.start, read.loop.name) == _key(subject):
            yield Occurrence(subject.path, read.place.start, read.place.end, form="key" if read.is_key else "name")


def is_name_of_loop(documents: Documents, subject: LoopVariable, name: str) -> bool:
    """Whether a name means something else already where the loop is: a loop, a module, data that is read there."""
    document, element = documents.template(subject.path), _element(documents, subject)
    if document is None or element is None or name in modules_of(document):
        return True
    for read in reads_of(documents, subject.path):
        first = read.place if read.place is not None else read.keys[0]
        if first.name == name and element.start < first.start < element.end:
            return True
    return False


def _key(subject: LoopVariable) -> tuple[int, str]:
    return subject.start, subject.name


def _element(documents: Documents, subject: LoopVariable) -> Element | None:
    document = documents.template(subject.path)
    elements = document.elements() if document is not None else ()
    return next((one for one in elements if one.start == subject.start), None)
