"""A page with components in an engine, the files given one by one."""

from __future__ import annotations

import json
from typing import Any

from tests.support.logic_program import LogicProgram

# `app`: the program runs in the newer generation of the framework.
NEWER = {"componentFramework": "glass-easel"}


def start(
    page: str, *, data: str = "{}", methods: str = "", app: dict[str, Any] | None = None, **files: str
) -> LogicProgram:
    """A page whose components stand in `/c`; `c_js`, `c_wxml`, `d_js` … are their files."""
    named = {f"c/{name.partition('_')[0]}.{name.partition('_')[2]}": text for name, text in files.items()}
    stems = sorted({path.rpartition(".")[0].partition("/")[2] for path in named})
    for stem in stems:
        named.setdefault(f"c/{stem}.wxml", "<slot/>")
        named.setdefault(f"c/{stem}.js", "Component({})")
    using = {stem: f"/c/{stem}" for stem in stems}
    program = LogicProgram(
        {
            "app.json": json.dumps({"pages": ["pages/p/p"], "usingComponents": using, **(app or {})}),
            "pages/p/p.wxml": page,
            "pages/p/p.js": f"Page({{data: {data}, set(v) {{ this.setData(v) }}, {methods}}})",
            **named,
        }
    )
    program.launch()
    assert program.errors() == []
    return program
