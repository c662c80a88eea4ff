"""Class names in style files, those that Less and Sass put together (`.a { &-b {} }`) too; the sheets of a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runtime.compiler.languages import ending_of
from runtime.compiler.style_units import style_of
from runtime.compiler.wxss.link import resolve_import
from runtime.language.documents import Documents
from runtime.language.styles.indented import INDENTED
from runtime.language.styles.tree import Statement, StyleTree

_CLASS = re.compile(r"\.(-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*)|(&)([\w-]+)|\"[^\"]*\"|'[^']*'|[#@]\{[^}]*\}")
_LAST = re.compile(r"\.(-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*+)[^.\s>+~]*+$")
_CALLED = re.compile(r"\.(-?[_a-zA-Z\u0080-\uffff][\w\-\u0080-\uffff]*)")
_CALLS = {
    ".less": re.compile(r"([.#][^(;!{}:]*+)(?:\(|;|!|\Z)"),
    ".scss": re.compile(r"@extend\s([^;{}]++)"),
    ".sass": re.compile(r"@extend\s([^;{}]++)"),
}
_IMPORTING = re.compile(r"@(?:import|use|forward)\b")
_IMPORT = re.compile(r"@(import|use|forward)\b[^\"';]*[\"']([^\"']+)[\"']")
_ANOTHER = re.compile(r"\s*,\s*[\"']([^\"']+)[\"']")
# The indented form of Sass does without quotation marks.
_BARE_IMPORT = re.compile(r"@import[ \t]+(?![\"'(])(?!url\()")
_BARE_NAME = re.compile(r"[^\s,\"'()]+")


@dataclass(frozen=True, slots=True)
class StyledClass:
    """A class name in a selector. `is_composed`: only its last part stands there (`&-b`).

    `is_called`: it stands in no selector, but where Less takes a class as a mixin, or Sass extends it.
    """

    name: str
    path: str
    start: int
    end: int
    is_composed: bool = False
    is_called: bool = False


@dataclass(frozen=True, slots=True)
class ImportedName:
    """The path in an `@import`; the place is between its quotation marks."""

    name: str
    start: int
    end: int


def classes_in(tree: StyleTree) -> Iterator[StyledClass]:
    """Every class name in the selectors of a file."""
    yield from _called(tree)
    endings: dict[int, list[str]] = {}
    for rule, above in tree.rules():
        prelude = tree.prelude(rule)
        parents = endings.get(above[-1].body, []) if above else []
        if prelude.startswith("@"):
            endings[rule.body] = parents
            continue
        endings[rule.body] = _endings(prelude, parents)
        for match in _CLASS.finditer(prelude):
            start = rule.start + match.start()
            if match[1]:
                yield StyledClass(match[1], tree.path, start + 1, rule.start + match.end())
            elif match[2]:
                for parent in parents:
                    yield StyledClass(parent + match[3], tree.path, start, rule.start + match.end(), is_composed=True)


def _called(tree: StyleTree) -> Iterator[StyledClass]:
    """Classes in `.name();` of Less and `@extend .name;` of Sass."""
    call = _CALLS.get(ending_of(tree.path))
    items = [*tree.statements(), *(child for rule, _ in tree.rules() for child in rule.children)] if call else []
    for item in items:
        match = call.match(tree.text, item.start, item.end) if call and isinstance(item, Statement) else None
        for name in _CALLED.finditer(tree.text, *match.span(1)) if match is not None else ():
            yield StyledClass(name[1], tree.path, name.start(1), name.end(1), is_called=True)


def _endings(prelude: str, parents: list[str]) -> list[str]:
    """The class that each selector of a rule ends in, which `&` stands for below."""
    found: list[str] = []
    for selector in prelude.split(","):
        written = selector.strip()
        if written.startswith("&") and (rest := re.match(r"&([\w-]+)$", written)):
            found += [parent + rest[1] for parent in parents]
        elif last := _LAST.search(written):
            found.append(last[1])
        elif written == "&" or written.startswith("&:"):
            found += parents
    return found[:20]


def imports_in(tree: StyleTree) -> Iterator[ImportedName]:
    """The files that a style file imports."""
    for statement in tree.statements():
        if tree.path.endswith(INDENTED) and (bare := _BARE_IMPORT.match(tree.text, statement.start, statement.end)):
            names = _BARE_NAME.finditer(tree.text, bare.end(), statement.end)
            yield from (ImportedName(one[0], one.start(), one.end()) for one in names)
            continue
        for match in _IMPORT.finditer(tree.text, statement.start, statement.end):
            yield ImportedName(match[2], match.start(2), match.end(2))
            end = match.end()
            while match[1] == "import" and (other := _ANOTHER.match(tree.text, end, statement.end)) is not None:
                yield ImportedName(other[1], other.start(1), other.end(1))
                end = other.end()


def sheets_from(documents: Documents, path: str) -> list[str]:
    """A style file and all that it imports."""
    found: list[str] = []
    waiting = [path]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.append(current)
        waiting += reversed([target for _, target in imported_files(documents, current)])
    return found


def imported_files(documents: Documents, path: str) -> list[tuple[ImportedName, str]]:
    """The imports of a style file that lead to a file."""
    # Most files import nothing, and many are not read yet.
    tree = documents.style(path) if _IMPORTING.search(documents.text(path) or "") else None
    found: list[tuple[ImportedName, str]] = []
    for one in imports_in(tree) if tree is not None else ():
        target = resolve_import(one.name, path, documents.exists) or _partial(documents, one.name, path)
        if target is not None:
            found.append((one, target))
    return found


def _partial(documents: Documents, name: str, path: str) -> str | None:
    """`@use "a"` means `_a.scss` as well."""
    folder, _, last = name.rpartition("/")
    return resolve_import(f"{folder}/_{last}" if folder else f"_{last}", path, documents.exists)


def sheet_of(documents: Documents, stem: str) -> str | None:
    """The style file of the app, a page or a component."""
    return style_of(documents.project, stem) if documents.project is not None else None


def own_sheets(documents: Documents, stem: str) -> list[str]:
    """The style files of a page or component, imports included."""
    path = sheet_of(documents, stem)
    return sheets_from(documents, path) if path is not None else []


def app_sheets(documents: Documents) -> list[str]:
    """Those of the app."""
    return own_sheets(documents, "app")


def classes_of_sheet(documents: Documents, path: str) -> tuple[StyledClass, ...]:
    """The class names of a style file."""
    return documents.keep("classes", path, lambda: _read(documents, path))


def classes_named(documents: Documents, path: str, name: str) -> list[StyledClass]:
    """Where a class stands in a style file."""
    if path.endswith((".wxss", ".css")) and name not in (documents.text(path) or ""):
        return []  # nothing is put together there
    return [one for one in classes_of_sheet(documents, path) if one.name == name]


def _read(documents: Documents, path: str) -> tuple[StyledClass, ...]:
    tree = documents.style(path)
    return tuple(classes_in(tree)) if tree is not None else ()


def classes_for(documents: Documents, stems: Iterable[str]) -> Iterator[StyledClass]:
    """The classes that apply to the templates of some pages and components, their own first."""
    sheets = [path for stem in stems for path in own_sheets(documents, stem)]
    for path in dict.fromkeys([*sheets, *app_sheets(documents)]):
        yield from (one for one in classes_of_sheet(documents, path) if not one.is_called)
