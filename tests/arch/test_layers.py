"""Imports point down; only the adapters know Qt and the engine (contracts in pyproject.toml)."""

from __future__ import annotations

import ast

import grimp

from tests.arch.sources import imported_modules, name_of, run_tool, source_files

ENGINE_MODULE = "simulator/worker/engine.py"
DRIVERS = {"simulator/running/headless.py", "simulator/running/steps.py", "simulator/running/together.py"}
"""They run programs from plain code: they stand above them, as the window does."""


def test_import_contracts() -> None:
    result = run_tool("lint-imports", "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_modules_of_the_simulator_import_each_other_in_no_circle() -> None:
    graph = grimp.build_graph("simulator", cache_dir=None)
    in_a_circle = {
        module
        for module in graph.modules
        if any(graph.chain_exists(other, module) for other in graph.find_modules_directly_imported_by(module))
    }
    assert in_a_circle == set()


def test_no_part_of_a_running_program_is_given_the_whole_of_it() -> None:
    knowing = {
        name_of(path)
        for path in source_files(".py", folders=("simulator",))
        if "simulator.running.program" in imported_modules(path.read_text("utf-8"))
    }
    assert knowing == DRIVERS


def test_only_the_engine_module_imports_the_engine() -> None:
    importing = {name_of(path) for path in source_files(".py") if "quickjs" in _imports(path.read_text("utf-8"))}
    assert importing <= {ENGINE_MODULE}


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


def _imports(source: str) -> set[str]:
    return {module.split(".")[0] for module in imported_modules(source)}
