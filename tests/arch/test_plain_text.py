"""Nothing of a project's is taken for HTML: labels are plain ones, tool tips are words of ours or made plain."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.arch.sources import name_of, source_files

OWN_LABELS = "ide/widgets/plain_text.py"
# Its text is made by us, with what is not ours escaped.
RICH = {"ide/panels/phone/overlay.py"}
TIPS = ("setToolTip", "setTabToolTip")


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    target = call.func
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def is_plain(tip: ast.expr) -> bool:
    """A text of ours without arguments, or one that has been made plain."""
    if isinstance(tip, ast.IfExp):
        return is_plain(tip.body) and is_plain(tip.orelse)
    if isinstance(tip, ast.Constant):
        return True
    return isinstance(tip, ast.Call) and (
        called(tip) == "plain_tip" or (called(tip) in ("texts", "_texts") and not tip.keywords)
    )


def test_labels_are_plain_ones() -> None:
    places = [
        name_of(path)
        for path in source_files(".py", folders=("ide",))
        if any(called(call) == "QLabel" for call in calls(path))
    ]
    assert set(places) - RICH == set()


def test_tool_tips_are_plain() -> None:
    wrong = [
        f"{name_of(path)}:{call.lineno}"
        for path in source_files(".py", folders=("ide",))
        for call in calls(path)
        if called(call) in TIPS and not is_plain(call.args[-1])
    ]
    assert wrong == []
