"""The realm of worklets in an engine, without a browser: what it is told to do, and what it tells the page view."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import quickjs

PARTS = (
    "shared/worklet/easing.js", "view/wxs/realm_border.js", "view/worklet/animations.js",
    "view/worklet/realm_values.js", "view/worklet/shared_values.js", "view/worklet/realm_glue.js",
)  # fmt: skip
PORT = """
var held = (() => {
  const told = [];
  const note = (what) => (...args) => { told[told.length] = [what, ...args.filter((one) => one !== undefined)]; };
  const names = 'style tell failed log changed frame timer scroll'.split(' ');
  const port = Object.fromEntries(names.map((name) => [name, note(name)]));
  const taken = () => { const list = [...told]; told.length = 0; return list; };
  return { port, taken, text: JSON.stringify };
})();
"""


def joined(result: str) -> str:
    """The modules as one expression, as wxs/realm_frame.js joins them."""
    root = files("runtime.js")
    texts = [re.sub(r"(?m)^import [^;]*;$", "", root.joinpath(part).read_text("utf-8")) for part in PARTS]
    names = [re.findall(r"(?m)^export (?:const|function|class) (\w+)", text) for text in texts]
    bodies = [re.sub(r"(?m)^export ", "", text) for text in texts]
    pairs = zip(bodies[:-1], names[:-1], strict=True)
    parts = "".join(
        f"const {{ {', '.join(named)} }} = (function () {{{body}\nreturn {{ {', '.join(named)} }};}})();\n"
        for body, named in pairs
    )
    return f'(function () {{"use strict";\n{parts}{bodies[-1]}\nreturn {result};}})()'


class WorkletRealm:
    """`told` is what the realm has told since the last look."""

    def __init__(self) -> None:
        self._engine = quickjs.Context()
        self._engine.set_memory_limit(200 << 20)
        self._engine.eval(PORT)
        self._engine.eval(f"var realm = {joined('createRealm')}(held.port);")
        self._last = 1000

    def fn(self, number: int, text: str, **taken: Any) -> None:
        """Makes a worklet known."""
        self.take("fn", id=number, text=text, path="a.js", line=3, taken=taken, bound=None)

    def take(self, kind: str, **order: Any) -> None:
        self.eval(f"realm.take({json.dumps(json.dumps({'$': kind, **order}))})")

    def run(self, text: str, *args: Any, **taken: Any) -> None:
        """Runs a worklet once."""
        self._last += 1
        self.fn(self._last, text, **taken)
        self.take("run", fn={"$": "w", "id": self._last}, args=list(args))

    def eval(self, code: str) -> Any:
        said = self._engine.eval(f"held.text({code}) ?? null")
        return None if said is None else json.loads(said)

    def read(self, number: int) -> Any:
        return json.loads(self.eval(f"realm.read({number})"))

    def tick(self, now: float) -> bool:
        return bool(self.eval(f"realm.tick({now})"))

    def call(self, number: int, event: Mapping[str, Any]) -> Any:
        return self.eval(f"realm.call({number}, {json.dumps(json.dumps(event))})")

    def changes(self) -> list[Any]:
        changes: list[Any] = json.loads(self.eval("realm.changes()"))
        return changes

    def told(self, *kinds: str) -> list[list[Any]]:
        """What it has told since the last time, perhaps only of some kinds."""
        told: list[list[Any]] = self.eval("held.taken()")
        return [one for one in told if not kinds or one[0] in kinds]


SHARED = {"$": "s", "id": 1}
"""How the first shared value is spoken of."""
