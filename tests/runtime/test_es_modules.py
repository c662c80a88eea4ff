"""Modules joined to one text: order, what an import sees, lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import quickjs

from runtime.es_modules import in_order, joined, read_module


def evaluated(files: Mapping[str, str], entry: str, name: str) -> Any:
    """What an entry exports under a name."""
    body = "\n".join(joined(module) for module in in_order([entry], files.__getitem__))
    return quickjs.Context().eval(f"(function () {{'use strict';{body}return {name};}})()")


def test_a_module_is_evaluated_once_and_behind_what_it_imports() -> None:
    files = {
        "main.js": "/** */\nimport './b.js';\nimport { list } from './a.js';\nexport const found = list.join();\n",
        "b.js": "/** B. */\nimport { list } from './a.js';\nlist.push('b');\n",
        "a.js": "/** A. */\nexport const list = ['a'];\n",
    }
    assert [module.path for module in in_order(["main.js"], files.__getitem__)] == ["a.js", "b.js", "main.js"]
    assert evaluated(files, "main.js", "found") == "a,b"


def test_what_is_not_exported_is_seen_by_nobody_else() -> None:
    files = {
        "main.js": "/** */\nimport {\n  twice,\n} from './in/a.js';\nexport const found = twice(3) + typeof own;\n",
        "in/a.js": "/** */\nimport '../c.js';\nconst own = 2;\nexport function twice(n) {\n  return n * own;\n}\n",
        "c.js": "/** */\nconst n = 7;\nconst own = n;\nvoid own;\n",
    }
    assert evaluated(files, "main.js", "found") == "6undefined"


def test_every_form_of_export() -> None:
    text = "/** */\nexport async function a() {}\nexport function* b() {}\nexport class C {}\nexport const d = 1;\n"
    module = read_module("x.js", text + "const e = 2;\nconst f = 3;\n\nexport { e, f };\n")
    assert module.exports == ("a", "b", "C", "d", "e", "f")
    assert "export" not in module.code


@pytest.mark.parametrize("names", ["a, b", "\n  a,\n  b,\n"])
def test_lines_stay(names: str) -> None:
    text = f"/** */\nimport {{{names}}} from './a.js';\n\nexport function here() {{}}\n"
    module = read_module("folder/x.js", text)
    assert module.imports == (("folder/a.js", ("a", "b")),)
    lines = joined(module).split("\n")
    assert "here() {}" in lines[text[: text.index("export")].count("\n")]
    assert len(lines) == text.count("\n") + 2
