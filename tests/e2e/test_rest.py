"""A program rests when nothing is under way: also not in a script that computes and says nothing meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.protocol import automation
from simulator.running.headless import headless_program
from simulator.running.options import ProgramOptions
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGE = "pages/index/index"
WXML = '<view wx:if="{{ready}}" class="go" bindtap="go">{{n}}</view>'


def shown_at_rest(folder: Path, script: str) -> str:
    files = {"app.json": f'{{"pages": ["{PAGE}"]}}', f"{PAGE}.wxml": WXML, f"{PAGE}.js": script}
    options = ProgramOptions(animations=False)
    with headless_program(write_project(folder / "project", files), options) as driver:
        driver.launch(timeout_s=20)
        driver.automate(automation.Tap(".go"))
        assert driver.until_rested(10)
        return str(driver.automate(automation.Text(".go")))


@pytest.mark.parametrize("steps", [1, 3])
def test_a_program_that_computes_on_a_timer_is_waited_for(tmp_path: Path, steps: int) -> None:
    script = f"""Page({{ data: {{ ready: false, n: 0 }},
      compute(steps) {{
        const end = Date.now() + 500
        while (Date.now() < end);
        if (steps > 1) setTimeout(() => this.compute(steps - 1), 0)
        else this.setData({{ ready: true }})
      }},
      onReady() {{ setTimeout(() => this.compute({steps}), 40) }},
      go() {{ this.setData({{ n: 1 }}) }} }})"""
    assert shown_at_rest(tmp_path, script) == "1"


def test_timers_that_tick_for_ever_are_no_work(tmp_path: Path) -> None:
    script = """Page({ data: { ready: true, n: 0 }, onReady() { setInterval(() => {}, 10) },
      go() { this.setData({ n: 1 }) } })"""
    assert shown_at_rest(tmp_path, script) == "1"
