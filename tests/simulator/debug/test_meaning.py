"""Probes change nothing of what a script means: plain, armed and stepped through statement by statement, a program says
the same. `programs/` holds one of each thing that the language has.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from runtime.protocol.debugging import DebugSetup
from tests.support.debug_program import PAGE, DebugProgram, bp, go

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.js"))
PRINT = """
exports.print = (...values) => console.log(values.map(text).join(' '))
function text(value) {
  if (typeof value === 'function') return `fn ${value.name} ${value.length}`
  if (value instanceof Error) return String(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
"""


def said(script: str, setup: DebugSetup, step: str = "resume") -> list[object]:
    directive, _, rest = script.partition("\n")
    page = f"{directive}\nvar print = require('../../print').print; {rest}"
    program = DebugProgram({f"{PAGE}.js": page, "print.js": PRINT}, setup, go(step))
    program.start(PAGE)
    program.run_timers(0)
    errors = [message["message"] for message in program.messages if message["m"] == "uncaught"]
    return [*program.logged, *errors]


@pytest.mark.parametrize("path", PROGRAMS, ids=[path.stem for path in PROGRAMS])
def test_a_program_says_the_same_with_probes(path: Path) -> None:
    script = path.read_text("utf-8")
    plain = said(script, DebugSetup(is_attached=False))
    assert len(plain) > 10
    assert said(script, DebugSetup(breakpoints=[bp(9999)])) == plain
    assert said(script, DebugSetup(breakpoints=[bp(3)]), "into") == plain


@pytest.mark.parametrize("seed", range(6))
def test_generated_programs_say_the_same_with_probes(seed: int) -> None:
    script = "// generated\n" + _Writer(random.Random(seed)).program()
    plain = said(script, DebugSetup(is_attached=False))
    assert said(script, DebugSetup(breakpoints=[bp(9999)])) == plain
    assert said(script, DebugSetup(breakpoints=[bp(2)]), "into") == plain


class _Writer:
    """Writes programs that end: nested functions, loops, labels, try and finally, generators, async functions."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = 0

    def program(self) -> str:
        return "\n".join(["let v0 = 1, fuel = 200", *(self._statement(3) for _ in range(8)), "print(v0)"])

    def _name(self) -> str:
        self._names += 1
        return f"n{self._names}"

    def _block(self, depth: int) -> str:
        return "\n".join(self._statement(depth - 1) for _ in range(self._chance.randint(1, 3)))

    def _value(self) -> str:
        return self._chance.choice(
            ["v0", "1", "[v0, 2].length", "(() => v0 + 1)()", "(v0, 3)", "`${v0}`.length", "((a, b = a) => b)(v0)"]
        )

    def _statement(self, depth: int) -> str:
        name, value = self._name(), self._value()
        simple = [
            f"v0 = v0 + {value}", f"print({value})", f"const {name} = {value}; v0 += {name}", f"var {name} = {value}",
            f"if (v0 % 2) print({value}); else v0++", f"print(typeof {name}); function {name}() {{ return {value} }}",
        ]  # fmt: skip
        if depth <= 0:
            return self._chance.choice(simple)
        body = self._block(depth)
        nested = [
            f"for (let {name} = 0; {name} < 2 && fuel-- > 0; {name}++) {{ {body} }}",
            f"for (const {name} of [1, 2]) {{ if (fuel-- < 0) break; {body} }}",
            f"{name}: for (;;) {{ if (fuel-- < 0) break {name}; {body}\nbreak {name} }}",
            f"try {{ {body}\nif (v0 % 3) throw new Error('{name}') }} catch (error) {{ print(error.message) }}",
            f"print((function () {{ try {{ {body}\nreturn v0 }} finally {{ print('{name}') }} }})())",
            f"switch (v0 % 3) {{ case 0: {body}\ncase 1: print(1); break; default: let {name} = 2; print({name}) }}",
            f"function* {name}() {{ {body}\nconst x = yield v0; print(x) }}\nfor (const one of {name}()) print(one)",
            f"const {name} = async () => {{ {body}\nawait null; print(v0) }}\n{name}().then(() => print('{name}'))",
            f"class {name} {{ a = {value}; m() {{ {body}\nreturn this.a }} }}\nprint(new {name}().m())",
            f"do {{ {body} }} while (false)\nwhile (fuel-- > 190) v0++",
            f"{{ {body} }}",
        ]
        return self._chance.choice(nested)
