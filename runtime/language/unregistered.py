"""Components that a template could use if its configuration named them: the project's own and those of its packages.

How a component of a package is called is read off the ones that the project has named already, or known of the package.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from runtime.language.answers import FileEdits
from runtime.language.components import owners_of, tags_of
from runtime.language.documents import Documents
from runtime.language.json_changes import json_change
from runtime.project.json_edit import set_value
from runtime.project.model import Project
from runtime.project.resolve import NPM_FOLDER

_PREFIXES: Mapping[str, str] = {
    "@vant/weapp": "van-", "tdesign-miniprogram": "t-", "weui-miniprogram": "mp-", "lin-ui": "l-", "iview-weapp": "i-",
    "@miniprogram-component-plus": "mp-",
}  # fmt: skip


# Stand for a tag and a path; no text has them.
_A_TAG, _A_PATH = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Unregistered:
    """A component and the tag that it would have. `named`: the path in `usingComponents`."""

    tag: str
    stem: str
    named: str


def unregistered_at(documents: Documents, path: str) -> Iterator[Unregistered]:
    """What could be registered for a template, each tag once; none for a template that is nobody's own."""
    project = documents.project
    owner = _owner(documents, path)
    if project is None or owner is None:
        return
    using = tags_of(documents, path)
    yield from (one for one in _unused(documents, project, using) if one.stem != owner)


def unregistered_in(documents: Documents, path: str) -> Iterator[Unregistered]:
    """The same for a configuration file, that of the app as well."""
    project = documents.project
    stem = path.removesuffix(".json")
    if project is not None:
        component = project.components.get(stem)
        using = component.using if component is not None else {}
        yield from (one for one in _unused(documents, project, using) if one.stem != stem)


def _unused(documents: Documents, project: Project, using: Mapping[str, str]) -> Iterator[Unregistered]:
    taken = {*using, *project.platform.elements.tags}
    for one in _components(documents, project):
        if one.tag not in taken and one.stem not in using.values():
            taken.add(one.tag)
            yield one


def registrations(documents: Documents, path: str) -> Iterator[tuple[Unregistered, FileEdits]]:
    """The same, each with the edit that names it in the configuration of the template's page or component."""
    key = ("usingComponents", _A_TAG)
    # What is written is the same for all but for two names, and a package has very many.
    form = json_change(documents, f"{_owner(documents, path)}.json", lambda text: set_value(text or "{}", key, _A_PATH))
    for one in unregistered_at(documents, path) if form is not None else ():
        if form is not None:
            yield one, replace(form, edits=tuple(replace(edit, text=_named(edit.text, one)) for edit in form.edits))


def _named(text: str, one: Unregistered) -> str:
    tag, named = (json.dumps(name, ensure_ascii=False)[1:-1] for name in (one.tag, one.named))
    return text.replace(_A_TAG, tag).replace(_A_PATH, named)


def _owner(documents: Documents, path: str) -> str | None:
    owners = owners_of(documents, path)
    return owners[0] if len(owners) == 1 and documents.exists(f"{owners[0]}.json") else None


def _components(documents: Documents, project: Project) -> list[Unregistered]:
    """All of the project, the own ones first."""
    stems = [path.removesuffix(".json") for path in sorted(project.files.paths) if path.endswith(".json")]
    found = [
        stem
        for stem in stems
        if project.files.exists(f"{stem}.wxml")
        and documents.keep("is component", f"{stem}.json", lambda stem=stem: _is_component(documents, stem))  # type: ignore[misc]
    ]
    prefixes = _prefixes(project)
    packaged = [one for stem in found if NPM_FOLDER in stem and (one := _of_package(stem, prefixes)) is not None]
    own = [Unregistered(_name(stem), stem, f"/{stem}") for stem in found if NPM_FOLDER not in stem]
    return [*own, *packaged]


def _is_component(documents: Documents, stem: str) -> bool:
    return '"component"' in (documents.text(f"{stem}.json") or "")


def _name(stem: str) -> str:
    """The folder for what is called `index`, or like its folder."""
    folder, _, last = stem.rpartition("/")
    return (folder.rpartition("/")[2] or last) if last == "index" else last


def _of_package(stem: str, prefixes: Mapping[str, str]) -> Unregistered | None:
    inside = stem.rpartition(f"{NPM_FOLDER}/")[2]
    prefix = prefixes.get(_package(inside))
    return Unregistered(f"{prefix}{_name(inside)}", stem, inside) if prefix is not None else None


def _package(inside: str) -> str:
    first, _, rest = inside.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first.startswith("@") else first


def _prefixes(project: Project) -> Mapping[str, str]:
    """By package: what stands before the names of its components in the tags of the project."""
    found = dict(_PREFIXES)
    for component in project.components.values():
        for tag, stem in component.using.items():
            name = _name(stem)
            if f"{NPM_FOLDER}/" in stem and tag.endswith(name):
                found[_package(stem.rpartition(f"{NPM_FOLDER}/")[2])] = tag.removesuffix(name)
    return found
