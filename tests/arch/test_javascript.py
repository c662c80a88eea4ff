"""JavaScript of ours is modules: every name has a home, imports make no circle, and what the joiner relies on holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from statistics import median

import pytest

from runtime.es_modules import read_module
from simulator.phone.shell_files import shell_script
from simulator.worker.library import BUILT_INS, ENTRIES, KEPT_NAMES, library, stand_ins
from tests.arch.javascript import ModuleFile, modules

FOLDERS = ("logic", "logic_in_node", "shared", "view", "page")
ORDER = ("base", "locale", "debugging", "modules", "tree", "component", "pages", "inspect", "api", "driving")
"""Folders of the logic layer. A file imports from its own folder and from those before it."""
LANGUAGE = frozenset({
    "Array", "ArrayBuffer", "BigInt", "Boolean", "DataView", "Date", "Error", "FinalizationRegistry",
    "Float32Array", "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "JSON", "Map",
    "Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp",
    "Set", "String", "Symbol", "SyntaxError", "TypeError", "Uint16Array", "Uint32Array", "Uint8Array",
    "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet", "decodeURIComponent", "encodeURIComponent", "eval",
    "globalThis", "isFinite", "isNaN", "parseFloat", "parseInt",
})  # fmt: skip
ENGINE = frozenset({"console", "performance"})
BROWSER = frozenset({
    "Event", "HTMLTextAreaElement", "ImageData", "MessageChannel", "URL", "URLSearchParams", "WheelEvent", "atob",
    "btoa", "cancelAnimationFrame", "clearTimeout", "crypto", "document", "fetch", "performance", "queueMicrotask",
    "requestAnimationFrame", "setTimeout", "window", "XMLHttpRequest",
})  # fmt: skip
EDITOR = BROWSER | {"QWebChannel", "location", "qt", "reportError", "require"}
GLOBALS = {
    "logic": LANGUAGE | ENGINE, "logic_in_node": LANGUAGE | ENGINE, "shared": LANGUAGE,
    "view": LANGUAGE | BROWSER, "page": LANGUAGE | EDITOR,
}  # fmt: skip
MOST_PARAMETERS = 5
MEDIAN_LINES = 90


def files() -> list[ModuleFile]:
    return [file for folder in FOLDERS for file in modules(folder)]


def logic() -> list[ModuleFile]:
    """What is joined for the engine."""
    return [*modules("logic"), *modules("shared")]


def in_node() -> list[ModuleFile]:
    """What is joined for tests of components in Node.js, where some files stand for others."""
    names = {place.name for place in library("component-tests").files}
    return [file for file in files() if file.path in names]


def shell() -> list[ModuleFile]:
    """What is joined for the phone."""
    names = {place.name for place in shell_script().modules}
    return [file for file in (*modules("view"), *modules("shared")) if file.path in names]


def test_every_name_has_a_home() -> None:
    found = [
        f"{file.path}:{line}: {name}"
        for folder in FOLDERS
        for file in modules(folder)
        for name, line in file.free_names
        if name not in GLOBALS[folder]
    ]
    assert found == []


def test_a_name_without_a_home_would_be_found() -> None:
    text = "import { a } from './b.js';\nfunction f(c, { d: [e] }) {\n  return a + c + e + g(h => h, { i });\n}\n"
    assert list(ModuleFile.of("logic/x.js", text).free_names) == [("g", 3), ("i", 3)]


def test_what_is_imported_is_exported_and_used() -> None:
    exported = {file.path: {name for name, _ in file.exports} for file in files()}
    found = [
        f"{file.path}: {name} of {path}"
        for file in logic()
        for path, names in read_module(file.path, file.text).imports
        for name in names
        if name not in exported.get(path, ()) or len(re.findall(rf"\b{re.escape(name)}\b", file.text)) < 2
    ]
    assert found == []


def test_what_is_exported_is_imported_somewhere() -> None:
    taken = {name for file in files() for name in file.imported}
    asked_for_by_python = {*ENTRIES.values(), BUILT_INS}
    found = [
        f"{file.path}: {name}"
        for file in logic()
        for name, _ in file.exports
        if name not in taken and file.path not in asked_for_by_python
    ]
    assert found == []


def test_what_stands_for_a_file_in_node_has_all_that_is_taken_of_it() -> None:
    instead = stand_ins()
    exported = {file.path: {name for name, _ in file.exports} for file in files()}
    found = [
        f"{file.path}: {name} of {path}"
        for file in in_node()
        for path, names in read_module(file.path, file.text).imports
        for name in names
        if name not in exported[instead.get(path, path)]
    ]
    assert found == []


def test_imports_make_no_circle() -> None:
    assert list(_circles({file.path: file.imports for file in files()})) == []
    assert list(_circles({"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": []})) == [["b", "c"]]


def test_the_logic_layer_imports_the_way_of_the_data() -> None:
    found = [
        f"{file.path} imports {path}"
        for file in modules("logic")
        for path in file.imports
        if _rank(path) > _rank(file.path)
    ]
    assert found == []


def _rank(path: str) -> int:
    """Shared code is below all folders; the entries, and what lies beside them, are above."""
    if path.startswith("shared/"):
        return -1
    folder = path.split("/")[1]
    return ORDER.index(folder) if folder in ORDER else len(ORDER)


def test_nothing_hangs_on_a_shared_object() -> None:
    assert [file.path for file in files() if "__handset" in file.text] == []


def test_the_joiner_reads_what_the_parser_sees() -> None:
    for file in (*logic(), *modules("logic_in_node"), *modules("view")):
        module = read_module(file.path, file.text)
        data = dict(module.data)
        assert {*(path for path, _ in module.imports), *data.values()} == set(file.imports), file.path
        assert {*(name for _, names in module.imports for name in names), *data} == file.imported, file.path
        assert set(module.exports) == {name for name, _ in file.exports}, file.path
        assert module.waits == file.waits, file.path
        assert not re.search(r"^(import|export)\b", module.code, re.MULTILINE), file.path
    assert not any(file.waits for file in logic())


@pytest.mark.parametrize("layer", [logic, in_node, shell])
def test_names_of_exports_are_their_own(layer: Callable[[], list[ModuleFile]]) -> None:
    """All modules that are joined share one scope for what they export."""
    exports = [(name, kind, file) for file in layer() for name, kind in file.exports]
    lasting = {"function", "class", "const", "async"}
    entries = ENTRIES.values()
    assert [name for name, kind, file in exports if kind not in lasting and file.path not in entries] == []
    counted = Counter(name for name, kind, _ in exports if kind != "list")
    assert [name for name, count in counted.items() if count > 1] == []
    taken = {name for file in layer() for name, _ in file.free_names} | set(KEPT_NAMES)
    assert taken & set(counted) == set()


def test_many_parameters_are_one_value() -> None:
    found = [
        f"{file.path}:{line}: {count}" for file in files() for line, count in file.parameters if count > MOST_PARAMETERS
    ]
    assert found == []


def test_files_of_the_logic_layer_are_short() -> None:
    assert median(file.text.count("\n") for file in modules("logic")) < MEDIAN_LINES


def test_every_file_is_part_of_a_library() -> None:
    reached: set[str] = set()
    # Of the wire a side takes what it needs; much of it is types alone.
    imports = {file.path: file.imports for file in logic() if not file.path.startswith("shared/wire/")}
    waiting = [*ENTRIES.values(), BUILT_INS]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += imports.get(path, [])
    assert set(imports) - reached == set()


def _circles(edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """The sets of modules that import each other, sorted."""
    reach = {path: _reached(path, edges) for path in edges}
    seen: set[str] = set()
    for path in edges:
        circle = sorted(other for other in reach[path] if path in reach.get(other, ()))
        if circle and path not in seen:
            seen.update(circle)
            yield circle


def _reached(path: str, edges: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(edges[path])
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting += edges.get(at, ())
    return reached
