"""A key of the data or a property: declared, read and set in scripts, read in templates, given as an attribute.

A key inside of a value is followed along the paths that are written: members, items of lists, loops of templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.wxml.names import camel_case
from runtime.language.components import Found, definition_of, scripts_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.scripts.data_paths import ITEM, PathKey
from runtime.language.scripts.shapes import Field
from runtime.language.subjects.subject import DataKey
from runtime.language.wxml.reads import reads_of
from runtime.project.model import Project


def occurrences_of_data(documents: Documents, project: Project, subject: DataKey) -> Iterator[Occurrence]:
    """Every place of the key."""
    name = subject.name
    for stem in subject.stems:
        definition = definition_of(documents, stem)
        for found in (definition.data.get(subject.keys[0]), definition.properties.get(subject.keys[0])):
            if found is not None and found.member.detail != "setData":
                yield from _declared(found, subject.keys)
        for path in scripts_of(documents, stem):
            yield from _in_script(documents, path, subject.keys)
        if len(subject.keys) == 1 and name in definition.properties:
            yield from _given(documents, project, stem, name)
    for path in templates_below(documents, subject.stems):
        for read in reads_of(documents, path) if name in (documents.text(path) or "") else ():
            key = _at(read.keys, subject.keys)
            if key is not None:
                form: Form = "key" if read.is_key and len(subject.keys) == 1 else "name"
                yield Occurrence(path, key.start, key.end, form=form)


def definitions_of_data(documents: Documents, subject: DataKey) -> Iterator[Occurrence]:
    """Where the key is declared; where it is set first, if it is not."""
    for stem in subject.stems:
        found = definition_of(documents, stem).value(subject.keys[0])
        if found is not None:
            yield from _declared(found, subject.keys)


def has_key(documents: Documents, stem: str, keys: tuple[str, ...]) -> bool:
    """Whether there is such a key already, declared or set."""
    found = definition_of(documents, stem).value(keys[0])
    if found is not None and any(_declared(found, keys)):
        return True
    scripts = (documents.script(path) for path in scripts_of(documents, stem))
    return any(use.kind == "data" and use.keys == keys for facts in scripts if facts is not None for use in facts.uses)


def open_place(documents: Documents, subject: DataKey) -> tuple[str, int] | None:
    """A place, if there is one, where a value that holds the key comes from or goes to code that is not followed."""
    keys = subject.keys
    for stem in subject.stems if len(keys) > 1 else ():
        definition = definition_of(documents, stem)
        declared = definition.data.get(keys[0])
        if keys[0] in definition.properties or (declared is not None and _is_unknown(declared, keys)):
            found = definition.properties.get(keys[0]) or declared
            return (found.path, found.member.start) if found is not None else None
        for path in scripts_of(documents, stem):
            facts = documents.script(path)
            for use in facts.uses if facts is not None else ():
                if use.kind == "data" and use.is_open and _hides(use.keys, keys):
                    return path, use.start
    for path in templates_below(documents, subject.stems) if len(keys) > 1 else ():
        for read in reads_of(documents, path):
            names = tuple(one.name for one in read.keys)
            if names and read.is_handed_on and _hides(names, keys):
                return path, max(read.place.start if read.place is not None else 0, read.keys[-1].start)
    return None


def _is_unknown(found: Found, keys: tuple[str, ...]) -> bool:
    """Whether a declared value is none of the literals in sight, somewhere on the way to the key."""
    if found.member.detail == "setData":
        return False
    held = (found.member.shape.at(keys[1:end]) for end in range(1, len(keys)))
    return any(shape is not None and shape.type == "any" for shape in held)


def _hides(path: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether what is done along a path may read or write the key that `keys` lead to."""
    if len(path) < len(keys) and keys[: len(path)] == path:
        return True
    # A method of a list sees its items: `list.map(…)`.
    before, method = path[:-1], path[-1]
    return keys[: len(path)] == (*before, ITEM) and method not in (ITEM, "length")


def _declared(found: Found, keys: tuple[str, ...]) -> Iterator[Occurrence]:
    member = found.member
    if len(keys) == 1:
        yield Occurrence(found.path, member.start, member.end, True, "shorthand" if member.is_shorthand else "name")
        return
    holder = member.shape.at(keys[1:-1])
    field: Field | None = holder.field(keys[-1]) if holder is not None else None
    for one in field.written if field is not None else ():
        yield Occurrence(found.path, one.start, one.end, True, "shorthand" if one.is_shorthand else "name")


def _in_script(documents: Documents, path: str, keys: tuple[str, ...]) -> Iterator[Occurrence]:
    facts = documents.script(path)
    if facts is None:
        return
    for use in facts.uses:
        if use.kind == "data" and use.name == keys[-1] and use.keys == keys:
            yield Occurrence(path, use.start, use.end, form=use.form)
    for observed in facts.declared.main.observed if facts.declared.main is not None else ():
        key = _at(observed, keys)
        if key is not None:
            yield Occurrence(path, key.start, key.end)


def _at(path: tuple[PathKey, ...], keys: tuple[str, ...]) -> PathKey | None:
    """The place of the key that `keys` lead to, where a path goes over it and it is written there."""
    if len(path) < len(keys) or path[len(keys) - 1].start < 0:
        return None
    return path[len(keys) - 1] if all(one.name == name for one, name in zip(path, keys, strict=False)) else None


def _given(documents: Documents, project: Project, stem: str, name: str) -> Iterator[Occurrence]:
    """The attributes that hand the property over."""
    for owner in project.components.values():
        tags = {tag for tag, target in owner.using.items() if target == stem}
        for path in templates_below(documents, (owner.path,)) if tags else ():
            document = documents.template(path)
            for element in document.elements() if document is not None else ():
                for attribute in element.attributes if element.tag in tags else ():
                    if camel_case(attribute.name) == name:
                        end = attribute.start + len(attribute.name)
                        yield Occurrence(path, attribute.start, end, form="attribute")
