"""The project is checked when its program has come to rest, or cannot: the first picture does not wait for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.compiler.build import BuildResult
from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    f"{PAGE}.wxml": "<viwe/>{{n}}",
    f"{PAGE}.js": "Page({ data: { n: 1 } })",
}


def codes(result: BuildResult) -> list[str]:
    return [found.code for found in result.diagnostics]


def watched(user: PhoneUser) -> list[tuple[bool, list[str]]]:
    """Whether the first page was drawn, and the findings, at each build."""
    told: list[tuple[bool, list[str]]] = []
    user.program.built.connect(lambda result: told.append((bool(user.program.first_render_ms), codes(result))))
    return told


def test_the_first_page_is_drawn_before_the_project_is_checked(open_phone: OpenPhone, tmp_path: Path) -> None:
    user = open_phone(write_project(tmp_path, FILES))
    told = watched(user)
    user.start()
    wait_until(lambda: len(told) > 1, "the findings")
    assert told == [(False, []), (True, ["project/unknown-tag"])]


@pytest.mark.usefixtures("short_patience")
@pytest.mark.parametrize(
    "onload",
    ["setInterval(() => this.setData({ n: Date.now() }), 10)", "throw new Error('no')", "while (true) {}"],
    ids=["never rests", "fails", "hangs"],
)
def test_a_program_in_trouble_is_checked_all_the_same(open_phone: OpenPhone, tmp_path: Path, onload: str) -> None:
    script = f"Page({{ data: {{ n: 1 }}, onLoad() {{ {onload} }} }})"
    user = open_phone(write_project(tmp_path, {**FILES, f"{PAGE}.js": script}), restarts_after_hang=False)
    told = watched(user)
    user.launch()
    wait_until(lambda: told[-1][1] == ["project/unknown-tag"], "the findings")


def test_what_was_found_late_does_not_stop_a_change(open_phone: OpenPhone, tmp_path: Path) -> None:
    endless = '<template name="t"><template is="t"/></template>{{n}}'
    user = open_phone(write_project(tmp_path, {**FILES, f"{PAGE}.wxml": endless}), watches=True)
    told, verdicts = watched(user), []
    user.program.reloaded.connect(lambda verdict, _reason, _ms: verdicts.append(verdict))
    user.start()
    wait_until(lambda: told[-1][1] == ["wxml/endless-template"], "the findings")
    write_project(tmp_path, {f"{PAGE}.wxml": endless + "!"})
    wait_until(lambda: verdicts[-1:] != ["started"], "the verdict")
    assert verdicts[-1] == "template"
    assert user.program.build is not None
    assert codes(user.program.build) == ["wxml/endless-template"]
