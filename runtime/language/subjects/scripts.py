"""What stands at a place of a script, as far as it has to do with more than the script."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.script_units import resolve_script
from runtime.language.components import definition_of
from runtime.language.documents import Documents, OpenText
from runtime.language.occurrences.events import triggered
from runtime.language.occurrences.wxs import names_of
from runtime.language.scripts.data_paths import ITEM
from runtime.language.scripts.declared import members_below
from runtime.language.subjects.subject import ClassName, ComponentEvent, DataKey, Method, Named, Spot, WxsMember
from runtime.project.paths import folder_of, join


def subject_in_script(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """The subject at an offset, or None."""
    return next((one for one in _subjects(documents, opened) if one.start <= offset <= one.end), None)


def _subjects(documents: Documents, opened: OpenText) -> Iterator[Named]:
    facts = documents.script(opened.path)
    if facts is None:
        return
    stem = opened.path.removesuffix(ending_of(opened.path))
    stems = (stem,) if stem in opened.project.components and ending_of(opened.path) in SCRIPT_DIALECTS else ()
    for module in facts.modules:
        target = resolve_script(opened.project, module.name, opened.path)
        if target is not None:
            yield Named(Spot(target), module.start, module.end)
    if opened.ending == ".wxs":
        yield from _in_wxs(documents, opened.path)
    for script, name, start, end in triggered(documents, stem) if stems else ():
        if script == opened.path:
            yield Named(ComponentEvent(name, stem), start, end)
    definition = definition_of(documents, stem) if stems else None
    for use in facts.uses:
        if use.kind == "class":
            yield Named(ClassName(use.name, opened.path), use.start, use.end)
        elif use.kind == "data" and stems and use.name != ITEM:
            yield Named(DataKey(use.keys, stems), use.start, use.end)
        elif use.kind == "member" and definition is not None and use.name in definition.methods:
            yield Named(Method(use.name, stems), use.start, use.end)
    main = facts.declared.main
    if main is None or not stems:
        return
    for member in (*main.data.values(), *main.properties.values()):
        yield Named(DataKey((member.name,), stems), member.start, member.end)
        for keys, field in members_below(member):
            yield Named(DataKey(keys, stems), field.start, field.end)
    for path in main.observed:
        for number, key in enumerate(path, 1):
            yield Named(DataKey(tuple(one.name for one in path[:number]), stems), key.start, key.end)
    for member in main.methods.values():
        yield Named(Method(member.name, stems), member.start, member.end)


def _in_wxs(documents: Documents, path: str) -> Iterator[Named]:
    """What the module offers, the functions that it offers under their own name, members of other modules."""
    facts, names = documents.script(path), names_of(documents, path)
    for name, member in facts.exports.items() if facts is not None else ():
        yield Named(WxsMember(name, path), member.start, member.end)
        for start, end in names.locals.get(name, ()) if name in names.own else ():
            yield Named(WxsMember(name, path), start, end)
    for use in names.uses:
        target = join(folder_of(path), use.required)
        if target is not None and documents.exists(target):
            yield Named(WxsMember(use.name, target), use.start, use.end)
