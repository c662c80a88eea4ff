"""setTimeout and setInterval among the other tasks of a program."""

from __future__ import annotations

import json

import pytest

from tests.support.logic_program import LogicProgram


def start(on_load: str = "") -> LogicProgram:
    page = f"Page({{ onLoad() {{ {on_load} }}, go() {{ this.run(); }}, hear(v) {{ console.log(v); }} }})"
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": page})
    program.launch()
    return program


def arrive(program: LogicProgram, method: str, detail: object = None) -> None:
    """A message that waits for its turn."""
    message = {"m": "page-event", "page_id": program.page_id, "name": method, "detail": detail}
    program.engine.receive(json.dumps(message))


def test_a_due_timer_runs_before_messages_that_came_after_it() -> None:
    program = start("this.run = () => setTimeout(() => console.log('timer'), 0);")
    arrive(program, "go")
    program.engine.run_task()
    for number in range(50):
        arrive(program, "hear", number)
    program.settle()
    assert program.logs() == ["timer", *range(50)]


def test_timers_that_are_always_due_hold_up_no_message() -> None:
    program = start("const again = () => setTimeout(again, 0); this.run = again;")
    arrive(program, "go")
    for number in range(5):
        arrive(program, "hear", number)
    for _ in range(16):
        program.engine.run_task()
    assert program.logs() == [0, 1, 2, 3, 4]


def test_an_interval_keeps_its_beat_and_leaves_out_what_it_slept_through() -> None:
    program = start("""this.at = []; const began = performance.now();
      this.timer = setInterval(() => {
        this.at.push(performance.now() - began);
        if (this.at.length === 1) { const end = performance.now() + 350; while (performance.now() < end); }
        if (this.at.length === 4) clearInterval(this.timer);
      }, 100);""")
    program.run_timers(20_000)
    # The beats at 200, 300 and 400 ms fall into the first callback: one of them is made up for, then the beat goes on.
    beats = [int(beat) for beat in program.evaluate("page.at.map((at) => at / 100)")]
    assert beats[1] >= 4
    assert beats == sorted(set(beats))


@pytest.mark.parametrize("delay", ["", ", undefined", ", NaN", ", 'soon'", ", {}", ", Symbol()", ", -5", ", 0"])
def test_an_interval_of_no_time_comes_again_and_holds_nothing_up(delay: str) -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": f"""Page({{ onLoad() {{
      let beats = 0;
      const id = setInterval(() => {{ beats += 1; if (beats === 3) {{ clearInterval(id); console.log('beats') }} }}{delay});
      setTimeout(() => console.log('timer'), 5);
    }} }})"""})  # noqa: E501
    program.launch()
    program.run_timers(20_000)
    assert sorted(program.logs()) == ["beats", "timer"]
    assert program.errors() == []
