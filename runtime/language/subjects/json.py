"""What stands at a place of a configuration file: a page, a component, another file of the project."""

from __future__ import annotations

from runtime.language.documents import Documents, OpenText
from runtime.language.subjects.subject import Component, Named, Spot, Subject
from runtime.project.json_text import JsonText, Key
from runtime.project.paths import folder_of, join


def subject_in_json(documents: Documents, opened: OpenText, offset: int) -> Named | None:
    """The subject at an offset, or None."""
    parsed = documents.json(opened.path)
    if parsed is None:
        return None
    line = opened.lines.position(offset).line + 1
    for spans, is_key in ((parsed.key_spans, True), (parsed.spans, False)):
        for key, span in spans.items():
            if not span.line <= line <= span.end_line:
                continue
            start, end = opened.lines.offsets(span)
            if not start < offset < end:
                continue
            subject = _subject(documents, opened, parsed, key, is_key=is_key)
            if subject is not None:
                return Named(subject, start + 1, end - 1)
    return None


def _subject(documents: Documents, opened: OpenText, parsed: JsonText, key: Key, *, is_key: bool) -> Subject | None:
    if len(key) == 2 and key[0] == "usingComponents":
        return _component(opened, str(key[1]))
    value = parsed.at(*key)
    if is_key or not isinstance(value, str) or not value:
        return None
    folder = folder_of(opened.path)
    root = _package_root(parsed, key)
    for name in (f"{root}/{value}" if root else value, f"/{value}", value):
        target = join(folder if name.startswith(".") else "", name)
        for path in (f"{target}.wxml", target):
            if path and target and documents.exists(path):
                return Spot(path)
    return None


def _component(opened: OpenText, tag: str) -> Component | None:
    if opened.path == "app.json":
        used = {tag: stem for one in opened.project.components.values() for tag, stem in one.using.items()}
    else:
        owner = opened.project.components.get(opened.path.removesuffix(".json"))
        used = dict(owner.using) if owner is not None else {}
    return Component(used[tag]) if tag in used else None


def _package_root(parsed: JsonText, key: Key) -> str:
    """The folder that the pages of a sub-package lie in."""
    if len(key) != 4 or key[0] not in ("subpackages", "subPackages") or key[2] != "pages":
        return ""
    package = parsed.at(*key[:2])
    return str(package.get("root", "")).strip("/") if isinstance(package, dict) else ""
