"""Wraps a package that was not made for mini programs into one file: its modules as functions, required by number.

Other packages stay `require` calls by name; they are packages of their own beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from runtime.project.gate import Gate
from runtime.project.npm.packages import is_package_name, resolve_in_package

_HEAD = """var __loaded = {};
function __load(id) {
  if (__loaded[id]) return __loaded[id].exports;
  var module = __loaded[id] = { exports: {} };
  var definition = __modules[id];
  definition[0].call(module.exports, function (name) {
    if (definition[1].hasOwnProperty(name)) return __load(definition[1][name]);
    if (__packages.hasOwnProperty(name)) return __packages[name]();
    throw new Error("module '" + name + "' is not found: it is no part of a mini program");
  }, module, module.exports);
  return module.exports;
}
"""
MAX_FILE_BYTES = 8 * 1024 * 1024


@dataclass
class _Bundle:
    gate: Gate
    package: Path
    has_package: Callable[[str], bool]
    modules: dict[Path, int] = field(default_factory=dict)
    packages: set[str] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)


def bundle_package(gate: Gate, package: Path, entry: Path, has_package: Callable[[str], bool]) -> str:
    """The text of `index.js`. `package` is the folder of the package, `entry` its main file.

    `has_package`: whether a package is installed for it; others, such as those of Node itself, cannot be required.
    """
    bundle = _Bundle(gate, package, has_package)
    waiting = [entry]
    bundle.modules[entry] = 0
    while waiting:
        _add(bundle, waiting.pop(0), waiting)
    outside = ",\n".join(
        f"  {json.dumps(name)}: function () {{ return require({json.dumps(name)}); }}"
        for name in sorted(bundle.packages)
    )
    modules = ",\n".join(bundle.parts)
    return (
        f"{_HEAD}var __packages = {{\n{outside}\n}};\nvar __modules = {{\n{modules}\n}};\nmodule.exports = __load(0);\n"
    )


def _add(bundle: _Bundle, path: Path, waiting: list[Path]) -> None:
    name = path.relative_to(bundle.package).as_posix()
    text = bundle.gate.text(path, MAX_FILE_BYTES) or ""
    targets: dict[str, int] = {}
    if path.suffix == ".json":
        code = f"module.exports = {text.strip() or 'null'};"
    else:
        # Loaded here: few projects have packages that are still to be bundled.
        from runtime.compiler.script.compile import compile_script

        script = compile_script(name, text, "javascript")
        code = script.code
        for reference in script.references:
            target = (
                resolve_in_package(bundle.gate, bundle.package, path.parent, reference.name)
                if _is_local(reference.name)
                else None
            )
            if target is not None:
                if target not in bundle.modules:
                    bundle.modules[target] = len(bundle.modules)
                    waiting.append(target)
                targets[reference.name] = bundle.modules[target]
            elif is_package_name(_package_of(reference.name)) and bundle.has_package(_package_of(reference.name)):
                bundle.packages.add(reference.name)
    bundle.parts.append(
        f"// {name}\n{bundle.modules[path]}: "
        f"[function (require, module, exports) {{\n{code}\n}}, {json.dumps(targets)}]"
    )


def _is_local(name: str) -> bool:
    return name.startswith(("./", "../")) or name in (".", "..")


def _package_of(name: str) -> str:
    parts = name.split("/")
    return "/".join(parts[:2]) if name.startswith("@") else parts[0]
