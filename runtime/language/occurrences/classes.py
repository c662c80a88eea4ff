"""A class of styles: in the sheets that apply, in the templates that wear it, in the selectors of scripts.

A class in a sheet of the app belongs to all pages, and to the components that take styles of the app; any other to
the pages and components whose sheets hold it.
"""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import STYLE_LANGUAGES, TEMPLATE_ENDINGS, ending_of
from runtime.compiler.script_units import script_of
from runtime.language.components import owners_of, templates_below
from runtime.language.documents import Documents
from runtime.language.occurrences.occurrence import Form, Occurrence
from runtime.language.styles.classes import (
    app_sheets,
    classes_for,
    classes_named,
    own_sheets,
)
from runtime.language.styles.imports import with_importers
from runtime.language.subjects.subject import ClassName
from runtime.language.wxml.classes import ClassUse, classes_in
from runtime.project.model import Project

_TAKES_APP_STYLES = ("addGlobalClass", "apply-shared", '"shared"', "'shared'")


def occurrences_of_class(documents: Documents, project: Project, subject: ClassName) -> Iterator[Occurrence]:
    """Every place of the class."""
    stems = _with_sharing(documents, project, _stems(documents, project, subject.path), subject.name)
    of_app = [path for path in app_sheets(documents) if classes_named(documents, path, subject.name)]
    if of_app and _applies_to_app(documents, project, subject, stems):
        stems = [*stems, *(stem for stem in project.components if _takes_app_styles(documents, project, stem))]
    else:
        of_app = []
    stems = list(dict.fromkeys(stem for stem in stems if stem in project.components))
    sheets = dict.fromkeys([*of_app, *(path for stem in stems for path in own_sheets(documents, stem))])
    for path in sheets:
        for one in classes_named(documents, path, subject.name):
            form: Form = "part" if one.is_composed else "name"
            yield Occurrence(path, one.start, one.end, not one.is_called, form)
    for path in templates_below(documents, stems):
        yield from (Occurrence(path, one.start, one.end) for one in _worn(documents, path, subject.name))
    for path in filter(None, (script_of(project, stem) for stem in stems)):
        facts = documents.script(path) if f".{subject.name}" in (documents.text(path) or "") else None
        for use in facts.uses if facts is not None else ():
            if use.kind == "class" and use.name == subject.name:
                yield Occurrence(path, use.start, use.end)


def definitions_of_class(documents: Documents, project: Project, subject: ClassName) -> Iterator[Occurrence]:
    """The rules that apply where the class was named."""
    for one in classes_for(documents, _stems(documents, project, subject.path)):
        if one.name == subject.name:
            yield Occurrence(one.path, one.start, one.end, True)


def _stems(documents: Documents, project: Project, path: str) -> list[str]:
    """The pages and components that a file belongs to."""
    if path.endswith(TEMPLATE_ENDINGS):
        return owners_of(documents, path)
    stem = path.removesuffix(ending_of(path))
    if ending_of(path) not in STYLE_LANGUAGES or stem in project.components or stem == "app":
        return [stem]
    return sorted(one.removesuffix(ending_of(one)) for one in with_importers(documents, project, (path,)))


def _with_sharing(documents: Documents, project: Project, stems: list[str], name: str) -> list[str]:
    """Those besides that import the same rules of the class."""
    found = list(stems)
    for stem in found:
        for path in own_sheets(documents, stem):
            if classes_named(documents, path, name):
                found += [one for one in _stems(documents, project, path) if one not in found]
    return found


def _applies_to_app(documents: Documents, project: Project, subject: ClassName, stems: list[str]) -> bool:
    """Whether the class that is meant is that of the app, and not another one of a component for itself."""
    return "app" in stems or any(_takes_app_styles(documents, project, stem) for stem in stems)


def _takes_app_styles(documents: Documents, project: Project, stem: str) -> bool:
    if any(page.path == stem for page in project.pages):
        return True
    texts = [documents.text(path) or "" for path in (f"{stem}.json", script_of(project, stem)) if path is not None]
    return any(word in text for text in texts for word in _TAKES_APP_STYLES)


def _worn(documents: Documents, path: str, name: str) -> Iterator[ClassUse]:
    if name not in (documents.text(path) or ""):
        return
    document = documents.template(path)
    if document is not None:
        yield from (one for one in classes_in(document) if one.name == name)
