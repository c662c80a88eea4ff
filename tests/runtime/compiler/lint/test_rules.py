"""Each rule is listed once, says where its fact comes from, and names codes that have words."""

from __future__ import annotations

import importlib
from pathlib import Path

import runtime.compiler.lint as package
from runtime.compiler.lint.rules import ALL_RULES
from tests.arch.test_messages import all_diagnostics

FOLDER = Path(package.__file__).parent


def test_every_rule_module_is_listed() -> None:
    found = []
    for path in sorted(FOLDER.glob("*/*.py")):
        module = importlib.import_module(f"{package.__name__}.{path.parent.name}.{path.stem}")
        if hasattr(module, "RULE"):
            found.append(module.RULE)
    assert len(found) == len(ALL_RULES)
    assert all(any(rule is listed for listed in ALL_RULES) for rule in found)


def test_every_rule_has_codes_with_words_and_a_source() -> None:
    words = all_diagnostics()
    for rule in ALL_RULES:
        assert rule.codes
        assert all(code in words for code in rule.codes)
        assert rule.source.startswith(("Source: ", "Observed: "))
