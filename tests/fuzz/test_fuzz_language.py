"""The language of texts that are changed anywhere: every question has an answer that lies in the text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.language.position import Lines
from tests.fuzz.texts import changed, fuzz_settings, named_when_it_fails, pieces, sample_files
from tests.support.language_project import LanguageProject
from tests.support.language_questions import ask_about, ask_at

pytestmark = pytest.mark.fuzz

_WORDS = (
    '< </ /> > = " \' {{ }} wx:for wx:key bindtap class="a" <view <template is= name= <wxs module= src= </wxs> item '
    "item.a a.b[0] ( ) . , : ; # { } @import // /* */ & .a @v $v rpx #fff red Page({ data: { methods this.data. "
    "this.setData({ require(' => async ` ${"
)
WORDS = _WORDS.split()
ENDINGS = (".wxml", ".wxss", ".less", ".scss", ".js", ".ts", ".wxs", ".json")
TEXTS = st.sampled_from(ENDINGS).flatmap(
    lambda ending: st.tuples(st.just(ending), pieces(WORDS) | changed(sample_files(ending), WORDS))
)


@pytest.fixture(scope="module")
def project() -> Iterator[LanguageProject]:
    with tempfile.TemporaryDirectory() as folder:
        yield LanguageProject(Path(folder), {"app.wxss": ".a { }", "pages/index/index.js": "Page({ data: { a: [] } })"})


@given(TEXTS, st.lists(st.floats(0, 1), min_size=1, max_size=5))
@fuzz_settings(6_000)
def test_texts(project: LanguageProject, text: tuple[str, str], places: list[float]) -> None:
    ending, written = text
    path = f"pages/index/index{ending}"
    with named_when_it_fails(path=path, text=written, places=places):
        project.service.edit(path, written)
        ask_about(project.service, path)
        lines = Lines(written)
        for place in places:
            ask_at(project.service, path, lines.position(int(place * len(written))))
        project.service.close(path)
