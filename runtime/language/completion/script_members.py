"""Members in scripts that come from templates, where a type checker sees none: of the event that a handler is given, of
a component that a selector leads to; paths of the data for `setData`; names of events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from runtime.compiler.wxml.names import dataset_key, event_name
from runtime.compiler.wxml.syntax import Element
from runtime.language.answers import Suggestion
from runtime.language.components import definition_of, events_of, scripts_of, tags_of, templates_below
from runtime.language.documents import Documents
from runtime.language.scripts.shapes import Shape
from runtime.language.wxml.classes import classes_of, holds_classes

_MEMBER = re.compile(r"(?<![\w$.])(?P<of>[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)*)\??\.(?P<typed>[\w$]*)\Z")
_PICKED = re.compile(r"\{(?:[^{}]*[^{}\w$])?(?P<typed>[\w$]*)\Z")
_PICKED_FROM = re.compile(r"[^{}]*\}\s*=\s*(?P<of>[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)")
_CHOSEN = re.compile(r"""\.selectComponent\(\s*["'`](?P<selector>[#.][\w-]+)["'`]\s*\)\??\.(?P<typed>[\w$]*)\Z""")
_PATH = re.compile(r"""\bsetData\(\s*\{(?:[^{}]|\{[^{}]*\})*?["'`](?P<typed>[\w$.\[\]]*)\Z""")
_TRIGGERED = re.compile(r"""\.triggerEvent\(\s*["'`](?P<typed>[\w:-]*)\Z""")
_HEADER = r"([A-Za-z_$][\w$]*)\s*(?::\s*(?:async\s+)?(?:function\b\s*[\w$]*\s*)?)?\(\s*%s\s*[,)]"
_FIELDS = ("detail", "currentTarget", "target", "type", "mark", "timeStamp", "touches", "changedTouches")
_OF_TARGET = ("dataset", "id", "offsetLeft", "offsetTop")
_OF_COMPONENT = ("setData", "data", "properties", "triggerEvent", "dataset", "id")
_LOOKED_BACK = 4000
_MAX_PATHS = 200

Found = tuple[str, list[Suggestion]]


def members_at(documents: Documents, path: str, text: str, offset: int) -> Found | None:
    """What is typed of a member, and what it may be; None where others know better."""
    stem = path.rpartition(".")[0]
    before = text[max(0, offset - _LOOKED_BACK) : offset]
    line = before.rpartition("\n")[2]
    if (chosen := _CHOSEN.search(line)) is not None:
        return chosen["typed"], list(_of_component(documents, stem, chosen["selector"]))
    if (data := _PATH.search(before)) is not None:
        return data["typed"], list(_paths(documents, stem))
    if (triggered := _TRIGGERED.search(line)) is not None:
        return triggered["typed"], [Suggestion(name, "event", name) for name in events_of(documents, stem)]
    member = _MEMBER.search(line)
    if member is not None:
        return member["typed"], list(_of_event(documents, stem, before, member["of"].replace("?", "")))
    picked = _PICKED.search(line)
    rest = _PICKED_FROM.match(text, offset, offset + 300) if picked is not None else None
    if picked is not None and rest is not None:
        return picked["typed"], list(_of_event(documents, stem, before, rest["of"]))
    return None


# -- the event of a handler


def _of_event(documents: Documents, stem: str, before: str, written: str) -> Iterator[Suggestion]:
    name, *steps = written.split(".")
    headers = re.findall(_HEADER % re.escape(name), before)
    handler = headers[-1] if headers else ""
    if handler not in definition_of(documents, stem).methods:
        return
    bound = list(_bound(documents, stem, handler))
    if not bound:
        return
    match steps:
        case []:
            names: list[str] = list(_FIELDS)
        case ["currentTarget" | "target"]:
            names = list(_OF_TARGET)
        case ["currentTarget" | "target", "dataset"]:
            names = [key for element, _ in bound for key in _dataset(element)]
        case ["mark"]:
            names = [one.name[5:] for element, _ in bound for one in element.attributes if one.name.startswith("mark:")]
        case ["detail"]:
            names = [field for element, event in bound for field in _details(documents, stem, element, event)]
        case _:
            names = []
    for number, one in enumerate(dict.fromkeys(names)):
        yield Suggestion(one, "property", one, rank=number)


def _bound(documents: Documents, stem: str, handler: str) -> Iterator[tuple[Element, str]]:
    """The elements that call a handler, each with the event."""
    for path in templates_below(documents, [stem]):
        document = documents.template(path) if handler in (documents.text(path) or "") else None
        for element in document.elements() if document is not None else ():
            for attribute in element.attributes:
                event = event_name(attribute.name)
                if event is not None and attribute.value is not None and attribute.value.static == handler:
                    yield element, event.type


def _dataset(element: Element) -> Iterator[str]:
    yield from (dataset_key(one.name[5:]) for one in element.attributes if one.name.startswith("data-"))


def _details(documents: Documents, stem: str, element: Element, event: str) -> Iterator[str]:
    component = tags_of(documents, f"{stem}.wxml").get(element.tag)
    if component is not None:
        for script in scripts_of(documents, component):
            text = documents.text(script) or ""
            form = rf"""triggerEvent\(\s*["'`]{re.escape(event)}["'`]\s*,\s*\{{([^{{}}]*)"""
            for given in re.findall(form, text):
                yield from re.findall(r"(?:^|,)\s*([A-Za-z_$][\w$]*)", given)
        return
    known = documents.project.platform.elements.event(element.tag, event) if documents.project is not None else None
    described = json.loads(known.detail) if known is not None and known.detail else {}
    yield from described if isinstance(described, dict) else ()


# -- a component


def _of_component(documents: Documents, stem: str, selector: str) -> Iterator[Suggestion]:
    tags = tags_of(documents, f"{stem}.wxml")
    for path in templates_below(documents, [stem]):
        document = documents.template(path)
        for element in document.elements() if document is not None else ():
            if element.tag not in tags or not _is_chosen(element, selector, document.source.text if document else ""):
                continue
            definition = definition_of(documents, tags[element.tag])
            for name, found in definition.methods.items():
                yield Suggestion(name, "method", name, found.member.detail, documents.outer(found.path))
            for number, name in enumerate(_OF_COMPONENT, 1):
                yield Suggestion(name, "property", name, rank=number)
            return


def _is_chosen(element: Element, selector: str, text: str) -> bool:
    if selector.startswith("#"):
        return element.static("id") == selector[1:]
    uses = (use.name for one in element.attributes if holds_classes(one) for use in classes_of(one, text))
    return selector[1:] in uses


# -- the data


def _paths(documents: Documents, stem: str) -> Iterator[Suggestion]:
    definition = definition_of(documents, stem)
    waiting: list[tuple[str, Shape]] = [
        (name, found.member.shape) for name, found in {**definition.properties, **definition.data}.items()
    ]
    for number, (path, shape) in enumerate(waiting):
        if number == _MAX_PATHS:
            return
        yield Suggestion(path, "data", path, shape.type, rank=path.count(".") + path.count("["))
        waiting += [(f"{path}.{field.name}", field.shape) for field in shape.fields]
        if shape.item is not None and shape.item.fields:
            waiting.append((f"{path}[0]", shape.item))
