"""`handset new` on the command line: what it makes, and what it refuses."""

from __future__ import annotations

import io
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from handset.testing import expect, launch

from simulator.cli.check import run_check
from simulator.cli.new import EXIT_REFUSED, run_new
from simulator.project_templates import new_project, template_names
from simulator.template_languages import PROJECT_LANGUAGES


def test_unknown_templates_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_new(tmp_path / "x", template="nope", name="") == EXIT_REFUSED
    assert "blank, shop, todo" in capsys.readouterr().err


@pytest.mark.parametrize("template", ["blank", "shop", "todo"])
def test_templates_compile_without_a_word(tmp_path: Path, template: str) -> None:
    new_project(tmp_path / template, template)
    assert findings(tmp_path / template) == []


@pytest.mark.parametrize("template", template_names())
def test_templates_are_made_in_typescript_and_less_and_run(qapp: object, tmp_path: Path, template: str) -> None:
    target = tmp_path / template
    assert run_new(target, template=template, name="", languages=PROJECT_LANGUAGES) == 0
    assert findings(target) == []
    assert not [*target.rglob("*.js"), *target.rglob("*.wxss")]
    scripts = [path.read_text("utf-8") for path in target.rglob("*.ts")]
    assert all(re.search("^(import|export) ", text, re.MULTILINE) for text in scripts)
    assert not [text for text in scripts if "require(" in text or "module.exports" in text]
    with launch(target, deadline=60) as app:
        for page in json.loads((target / "app.json").read_text("utf-8"))["pages"]:
            app.page.goto(page)
            expect(app.page).to_have_url(page)
        assert app.errors == []


def test_the_bundled_example_compiles_without_a_word() -> None:
    assert findings(Path(str(files("resources"))) / "examples" / "2048") == []


def findings(project: Path) -> list[object]:
    out = io.StringIO()
    run_check(project, as_json=True, out=out)
    found: list[object] = json.loads(out.getvalue())["diagnostics"]
    return found
