"""What a start leaves for later: a process loads what it needs for its first picture, and the rest when it is used."""

from __future__ import annotations

import subprocess

import pytest

from runtime.module_path import python_child

LATER = (
    "runtime.compiler.build", "runtime.compiler.lint", "runtime.compiler.script.compile",
    "runtime.compiler.wxml.compiler", "runtime.language.service",
)  # fmt: skip
FOREIGN = ("mongomock", "unittest", "asyncio", "ssl", "email", "lxml")
"""What single features need: the cloud's database, versions of packages, scenarios with a track."""
PORTS = "import ide.shell.first_window; from simulator.api.host_ports import real_ports; list(real_ports())"
FAMILIES = "from runtime.platform.wechat import WECHAT; WECHAT.registry"


def loaded(statement: str) -> set[str]:
    """The modules that a process has after a statement."""
    code = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    child = python_child("unused")
    command = [child.command[0], "-P", "-c", code]
    done = subprocess.run(
        command, env=child.environment, cwd=child.folder, check=True, capture_output=True, encoding="utf-8", timeout=60
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("later", LATER)
def test_the_window_is_there_before_compiler_and_language(window: set[str], later: str) -> None:
    assert "ide.shell.main_window" in window
    assert later not in window


@pytest.fixture(scope="module")
def window() -> set[str]:
    return loaded("import ide.shell.first_window")


def test_a_program_runs_in_a_window_without_the_packages_of_single_features() -> None:
    assert loaded(PORTS).isdisjoint(FOREIGN)


def test_a_program_runs_without_the_parser_that_debugging_needs() -> None:
    modules = loaded("import simulator.worker.__main__")
    assert "simulator.worker.debugging" in modules
    assert "tree_sitter" not in modules


def test_a_build_is_there_before_advice_on_it() -> None:
    modules = loaded("import runtime.compiler.build")
    assert "runtime.compiler.wxml.compiler" in modules
    assert "runtime.compiler.lint.lint" not in modules


def test_the_table_of_apis_is_there_before_their_files() -> None:
    modules = loaded(FAMILIES)
    assert not {name for name in modules if name.startswith("runtime.api.families.")} - {"runtime.api.families.sources"}
