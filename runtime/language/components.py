"""What a template has around it: its pages and components with what their scripts declare, and the tags it may use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.lint.script.object_literal import Imported
from runtime.compiler.script_units import resolve_script, script_of
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Document
from runtime.language.documents import Documents
from runtime.language.scripts.declared import Declared, Member
from runtime.project.model import Project

_MAX_BEHAVIORS = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A declared member and the script that declares it."""

    path: str
    member: Member


@dataclass(frozen=True, slots=True)
class Definition:
    """What a page or component has, behaviors included; its own members win. `classes`: its externalClasses.

    `script` and `end_of_methods` say where another method could be written; -1 if nowhere.
    """

    methods: Mapping[str, Found]
    data: Mapping[str, Found]
    properties: Mapping[str, Found]
    classes: tuple[str, ...]
    script: str = ""
    end_of_methods: int = -1

    def value(self, name: str) -> Found | None:
        """What a template reads under a name."""
        return self.data.get(name) or self.properties.get(name)


EMPTY = Definition({}, {}, {}, ())


def definition_of(documents: Documents, stem: str) -> Definition:
    """What the script of a page or component declares, as far as it can be seen."""
    project = documents.project
    path = script_of(project, stem) if project is not None else None
    facts = documents.script(path) if path is not None else None
    if project is None or path is None or facts is None or facts.declared.main is None:
        return EMPTY
    parts = list(_with_behaviors(documents, project, path, facts.declared.main, set()))
    methods: dict[str, Found] = {}
    data: dict[str, Found] = {}
    properties: dict[str, Found] = {}
    classes: list[str] = []
    for part_path, declared in reversed(parts):
        methods.update((name, Found(part_path, one)) for name, one in declared.methods.items())
        data.update((name, Found(part_path, one)) for name, one in declared.data.items())
        properties.update((name, Found(part_path, one)) for name, one in declared.properties.items())
        classes += declared.classes
    for use in facts.uses:
        if use.kind == "data" and not use.above and use.name not in data and use.name not in properties:
            data[use.name] = Found(path, Member(use.name, use.start, use.end, "setData"))
    end_of_methods = facts.declared.main.end_of_methods
    return Definition(methods, data, properties, tuple(dict.fromkeys(classes)), path, end_of_methods)


def scripts_of(documents: Documents, stem: str) -> list[str]:
    """The script of a page or component and those of its behaviors."""
    project = documents.project
    path = script_of(project, stem) if project is not None else None
    facts = documents.script(path) if path is not None else None
    if project is None or path is None or facts is None:
        return []
    if facts.declared.main is None:
        return [path]
    parts = _with_behaviors(documents, project, path, facts.declared.main, set())
    return list(dict.fromkeys([path, *(part for part, _ in parts)]))


def events_of(documents: Documents, stem: str) -> Mapping[str, Found]:
    """The events that a component triggers, by name."""
    found: dict[str, Found] = {}
    for path in scripts_of(documents, stem):
        facts = documents.script(path)
        for name, member in (facts.events if facts is not None else {}).items():
            found.setdefault(name, Found(path, member))
    return found


def _with_behaviors(
    documents: Documents, project: Project, path: str, declared: Declared, seen: set[tuple[str, str]]
) -> Iterator[tuple[str, Declared]]:
    yield path, declared
    for behavior in declared.behaviors:
        if isinstance(behavior, Declared):
            yield from _with_behaviors(documents, project, path, behavior, seen)
            continue
        target = resolve_script(project, behavior.module, path)
        found = _imported(documents, target, behavior) if target is not None else None
        if target is None or found is None or (target, behavior.name) in seen or len(seen) > _MAX_BEHAVIORS:
            continue
        seen.add((target, behavior.name))
        yield from _with_behaviors(documents, project, target, found, seen)


def _imported(documents: Documents, path: str, behavior: Imported) -> Declared | None:
    facts = documents.script(path)
    if facts is None:
        return None
    behaviors = facts.declared.behaviors
    name = "*" if behavior.name == "default" else behavior.name
    if name in behaviors:
        return behaviors[name]
    return next(iter(behaviors.values())) if len(set(map(id, behaviors.values()))) == 1 else None


def owners_of(documents: Documents, path: str) -> list[str]:
    """The pages and components whose template a file is, or is part of by `import` and `include`."""
    project = documents.project
    if project is None:
        return []
    stem = path.removesuffix(TEMPLATE_ENDINGS[0])
    if stem in project.components:
        return [stem]
    above = _users(documents, project)
    found: list[str] = []
    waiting, seen = [path], {path}
    while waiting:
        for user in above.get(waiting.pop(), ()):
            stem = user.removesuffix(TEMPLATE_ENDINGS[0])
            if stem in project.components:
                found.append(stem)
            if user not in seen:
                seen.add(user)
                waiting.append(user)
    return list(dict.fromkeys(found))


def _users(documents: Documents, project: Project) -> Mapping[str, list[str]]:
    """Which templates import or include a file."""
    found: dict[str, list[str]] = {}
    for path in templates_of(project):
        for target in documents.keep("links", path, lambda path=path: _links(documents, path)):  # type: ignore[misc]
            found.setdefault(target, []).append(path)
    return found


def _links(documents: Documents, path: str) -> tuple[str, ...]:
    text = documents.text(path) or ""
    # Most templates have neither, and many are not parsed yet.
    document = documents.template(path) if "<import" in text or "<include" in text else None
    return tuple(linked_files(document)) if document is not None else ()


def templates_of(project: Project) -> list[str]:
    """All templates of the program that are one's own."""
    ending = TEMPLATE_ENDINGS[0]
    return sorted(path for path in project.files.paths if path.endswith(ending) and "miniprogram_npm/" not in path)


def linked_files(document: Document) -> Iterator[str]:
    """The files that a template imports and includes."""
    for element in document.elements():
        if element.tag in ("import", "include"):
            target = resolve(document.source.path, element.static("src") or "", TEMPLATE_ENDINGS[0])
            if target is not None:
                yield target


def templates_below(documents: Documents, stems: Iterable[str]) -> list[str]:
    """The templates of pages and components with all that they import and include."""
    found: list[str] = []
    waiting = [stem + TEMPLATE_ENDINGS[0] for stem in stems]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        if not documents.exists(path):
            continue
        found.append(path)
        for target in documents.keep("links", path, lambda path=path: _links(documents, path)):  # type: ignore[misc]
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return found


def tags_of(documents: Documents, path: str) -> Mapping[str, str]:
    """The components that a template may use, by tag.

    A template that is no page's or component's own can stand in any of them: it may use all their tags.
    """
    project = documents.project
    if project is None:
        return {}
    owner = project.components.get(path.removesuffix(TEMPLATE_ENDINGS[0]))
    if owner is not None:
        return owner.using
    return {tag: stem for component in project.components.values() for tag, stem in component.using.items()}
