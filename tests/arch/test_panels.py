"""A panel is a folder that nothing else names: a meta, a presenter without Qt and a widget, asking the debug target."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import ide.panels
from ide.widgets.panel_meta import find_panels
from tests.arch.sources import PACKAGES, ROOT, imported_modules, name_of, source_files

PANELS = ROOT / "ide" / "panels"
OWN_WORLD = (
    "ide.models", "ide.widgets", "runtime.audit.report", "runtime.diagnostics", "runtime.inspector.model",
    "runtime.protocol.inspection", "runtime.protocol.search", "runtime.world", "simulator.bridge.preview",
    "simulator.bridge.record", "simulator.debug.debugger", "simulator.debug.profile",
    "simulator.traffic.conditions", "simulator.traffic.exchange",
)  # fmt: skip
"""What a panel may know of Handset; all but the first three say how audits, styles, matches, values, records,
pauses, profiles and traffic look."""
PROGRAM = "ide.models.program_control"
MORE = {("ide/panels/console/presenter.py", "simulator.bridge.ndjson")}
"""The form in which records are written into a file. This list may only shrink."""

KNOW_THE_HOST = {"ide/shell/first_window.py", "ide/replay/app.py"}
JAVASCRIPT = re.compile(r"\bfunction\b *\w*\(|=> *[{(\w]|\.setData\(|\bconst \w+ =|\breturn \w+;")

THROW_AWAY = {
    "__init__.py": "",
    "clock/__init__.py": "",
    "clock/meta.py": """
from ide.widgets.panel_meta import PanelMeta
from ide.models.panel_presenter import PanelPresenter
META = PanelMeta("clock", order=-1, icon="info", present=PanelPresenter, show=lambda *parts: None)
""",
    "no_panel/__init__.py": "",
}


def folders() -> list[str]:
    return sorted(path.parent.name for path in PANELS.glob("*/meta.py"))


def loaded_with(modules: list[str]) -> list[str]:
    """What a process has loaded after these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return result.stdout.split()


def test_the_window_finds_every_panel_that_has_a_meta() -> None:
    metas = find_panels(ide.panels)
    assert sorted(meta.name for meta in metas) == folders()
    assert [meta.order for meta in metas] == sorted({meta.order for meta in metas})
    keys = [key for meta in metas for key in meta.keys]
    assert len(keys) == len(set(keys))


def test_a_folder_that_is_put_there_is_a_panel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in THROW_AWAY.items():
        file = tmp_path / "more_panels" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    package: ModuleType = importlib.import_module("more_panels")
    assert [(meta.name, meta.title) for meta in find_panels(package)] == [("clock", "clock.title")]


def test_nothing_names_a_panel() -> None:
    found = [
        f"{name_of(path)} imports {module}"
        for path in source_files(".py")
        for module in imported_modules(path.read_text("utf-8"))
        if module.startswith("ide.panels.") and module.split(".")[2] in folders() and PANELS not in path.parents
    ]
    assert found == []


def test_panels_ask_only_the_debug_target() -> None:
    found = []
    for folder in folders():
        for path in sorted((PANELS / folder).glob("*.py")):
            allowed = (*OWN_WORLD, f"ide.panels.{folder}")
            for module in imported_modules(path.read_text("utf-8")):
                is_ours = module.split(".")[0] in PACKAGES
                is_asking_more = module == PROGRAM or (is_ours and not module.startswith(allowed))
                if is_asking_more and (name_of(path), module) not in MORE:
                    found.append(f"{name_of(path)} imports {module}")
    assert found == []


def test_presenters_know_no_qt() -> None:
    presenters = [path for path in source_files(".py", folders=("ide",)) if path.stem.endswith("presenter")]
    assert presenters
    found = {name_of(path): imported_modules(path.read_text("utf-8")) for path in presenters}
    assert [name for name, modules in found.items() if any(one.startswith("PySide6") for one in modules)] == []


def test_panels_do_not_import_each_other() -> None:
    found = []
    for path in source_files(".py", folders=("ide/panels",)):
        own = name_of(path).split("/")[2]
        for module in imported_modules(path.read_text("utf-8")):
            parts = module.split(".")
            if parts[:2] == ["ide", "panels"] and len(parts) > 2 and parts[2] != own:
                found.append(f"{name_of(path)} imports {module}")
    assert found == []


def test_metas_and_presenters_are_loaded_without_qt() -> None:
    """As the command line loads them, in a process of its own."""
    modules = [f"ide.panels.{folder}.{part}" for folder in folders() for part in ("meta", "presenter")]
    assert [name for name in loaded_with(modules) if name.startswith("PySide6")] == []


def test_metas_load_nothing_of_their_panel() -> None:
    """A hundred panels cost nothing until somebody opens a project, and widgets nothing until somebody looks."""
    modules = [f"ide.panels.{folder}.meta" for folder in folders()]
    assert [name for name in loaded_with(modules) if name.endswith((".presenter", ".panel"))] == []


def test_only_who_starts_a_window_knows_what_stands_behind_the_target() -> None:
    """So nobody can ask a target what it is."""
    found = {
        name_of(path)
        for path in source_files(".py")
        if any(module.startswith("ide.hosted") for module in imported_modules(path.read_text("utf-8")))
    }
    assert {name for name in found if not name.startswith("ide/hosted/")} == KNOW_THE_HOST


def test_nobody_in_the_window_writes_javascript() -> None:
    found = []
    for path in source_files(".py", folders=("ide",)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and JAVASCRIPT.search(node.value):
                found.append(f"{name_of(path)}:{node.lineno}")
    assert found == []


def test_texts_of_a_panel_stand_in_its_own_file() -> None:
    texts = sorted((ROOT / "resources" / "messages" / "panels").glob("*.json"))
    assert {path.name.partition(".")[0] for path in texts} == set(folders())
    for path in texts:
        prefix = path.name.partition(".")[0] + "."
        assert [key for key in json.loads(path.read_text("utf-8")) if not key.startswith(prefix)] == [], path.name
