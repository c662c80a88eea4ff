"""Small programs whose files lead to each other in every way, circles among them; and edits of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.build import build
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from tests.fuzz.places import check_findings
from tests.fuzz.texts import fuzz_settings

pytestmark = pytest.mark.fuzz

NAMES = ["a", "b", "c"]
ANY = st.sampled_from(NAMES)
LINKS = st.lists(ANY, max_size=3)
TEMPLATES = st.lists(
    st.one_of(
        ANY.map('<import src="{0}.wxml"/><template is="{0}"/>'.format),
        ANY.map('<include src="{}.wxml"/>'.format),
        ANY.map('<wxs src="{0}.wxs" module="{0}"/>'.format),
        ANY.map('<template name="{0}"><template is="{0}"/><c-{0}/></template>'.format),
        ANY.map("<c-{0} bindtap='{0}'>{{{{{0}}}}}</c-{0}>".format),
    ),
    max_size=4,
).map("".join)
STYLES = LINKS.map(lambda links: "".join(f'@import "{name}.wxss";' for name in links) + ".x { top: 1rpx }")
SCRIPTS = st.tuples(
    LINKS,
    st.sampled_from(["Page({})", "Component({ behaviors: [a] })", "module.exports = Behavior({ behaviors: [a] })"]),
).map(lambda parts: "".join(f"var {name} = require('./{name}');" for name in parts[0]) + parts[1])
MODULES = LINKS.map(
    lambda links: "".join(f"var {name} = require('{name}.wxs');" for name in links) + "module.exports = {}"
)
CONFIGS = LINKS.map(
    lambda links: json.dumps({"component": True, "usingComponents": {f"c-{n}": f"/{n}" for n in links}})
)
BY_ENDING = {"wxml": TEMPLATES, "wxss": STYLES, "js": SCRIPTS, "wxs": MODULES, "json": CONFIGS}
APPS = LINKS.map(lambda pages: json.dumps({"pages": pages, "usingComponents": {f"c-{n}": n for n in pages}}))
FILES = st.fixed_dictionaries(
    {"app.json": APPS},
    optional={f"{name}.{ending}": texts for name in NAMES for ending, texts in BY_ENDING.items()},
)


@cache
def empty_folder() -> Path:
    return Path(mkdtemp(prefix="handset-fuzz-"))


@given(FILES, FILES)
@fuzz_settings(4_000)
def test_programs_and_edits(before: dict[str, str], after: dict[str, str]) -> None:
    try:
        first = build(load_project(empty_folder(), before))
    except NotAProject:
        return
    check_findings(first.diagnostics, before)
    fresh = build(load_project(empty_folder(), after))
    check_findings(fresh.diagnostics, after)
    again = build(first.project, first, [*before, *after], after)
    assert sorted(map(str, again.diagnostics)) == sorted(map(str, fresh.diagnostics))
    assert again.program.keys() == fresh.program.keys()
