"""Imports point down; only the adapters know Qt and the engine (contracts in pyproject.toml)."""

from __future__ import annotations

import ast

from tests.arch.sources import name_of, run_tool, source_files

ENGINE_MODULE = "simulator/worker/engine.py"


def test_import_contracts() -> None:
    result = run_tool("lint-imports", "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_only_the_engine_module_imports_the_engine() -> None:
    importing = {name_of(path) for path in source_files(".py") if "quickjs" in _imports(path.read_text("utf-8"))}
    assert importing <= {ENGINE_MODULE}


def test_presenters_know_no_qt() -> None:
    presenters = [path for path in source_files(".py", folders=("ide",)) if path.stem.endswith("presenter")]
    assert presenters
    assert [name_of(path) for path in presenters if "PySide6" in _imports(path.read_text("utf-8"))] == []


def test_panels_do_not_import_each_other() -> None:
    found = []
    for path in source_files(".py", folders=("ide/panels",)):
        own = name_of(path).split("/")[2]
        for module in _imported_modules(path.read_text("utf-8")):
            parts = module.split(".")
            if parts[:2] == ["ide", "panels"] and len(parts) > 2 and parts[2] != own:
                found.append(f"{name_of(path)} imports {module}")
    assert found == []


def _imports(source: str) -> set[str]:
    return {module.split(".")[0] for module in _imported_modules(source)}


def _imported_modules(source: str) -> list[str]:
    modules = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.append(node.module)
    return modules


def test_whoever_builds_says_what_compiles_style_languages() -> None:
    """Left out, Less and Sass run where nothing can stop them."""
    found = []
    for path in source_files(".py", folders=("simulator", "ide")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "build":
                named = {keyword.arg for keyword in node.keywords}
                if "style_compiler" not in named:
                    found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []
