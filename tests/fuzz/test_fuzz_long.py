"""One word thousands of times over: the work grows with the length, not with its square."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.script.compile import compile_script
from runtime.compiler.wxml.compiler import compile_template
from runtime.compiler.wxml.print import print_document
from runtime.compiler.wxss.compile import compile_style
from runtime.platform.wechat import WECHAT
from runtime.project.json_text import read_json
from tests.fuzz import test_fuzz_json, test_fuzz_scripts, test_fuzz_styles, test_fuzz_templates
from tests.fuzz.texts import fuzz_settings

pytestmark = pytest.mark.fuzz


def repeated(words: list[str]) -> st.SearchStrategy[str]:
    """Two words in turn, up to 6,000 characters in all."""
    two = st.tuples(st.sampled_from(words), st.sampled_from(["", "", "\n", *words])).map("".join)
    return two.map(lambda word: word * (6000 // max(len(word), 1)))


@given(repeated([*test_fuzz_templates.MARKUP_WORDS, "{{", "{{{", '="', "\\'"]))
@fuzz_settings(400)
def test_templates(text: str) -> None:
    print_document(compile_template("a.wxml", text, using=(), built_in=WECHAT.tags, read={"a.wxml": text}.get).document)


@given(repeated(test_fuzz_styles.WORDS))
@fuzz_settings(400)
def test_styles(text: str) -> None:
    compile_style("a.wxss", text)


@given(repeated([*test_fuzz_json.WORDS, '"\\', "'\\"]))
@fuzz_settings(400)
def test_json(text: str) -> None:
    read_json(text, "a.json")


@given(repeated(test_fuzz_scripts.WORDS), st.sampled_from(["javascript", "typescript"]))
@fuzz_settings(400)
def test_scripts(text: str, dialect: str) -> None:
    compile_script("a.js", text, "typescript" if dialect == "typescript" else "javascript")
