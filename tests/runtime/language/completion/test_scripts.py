"""What is offered in scripts: names of other modules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.language_project import LanguageProject

SCRIPT = "pages/index/index.js"
FILES = {
    "app.js": "",
    "lib/time.js": "",
    "lib/types.d.ts": "",
    "pages/index/parts.ts": "",
    "miniprogram_npm/dayjs/index.js": "",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


@pytest.mark.parametrize(
    "marked",
    [
        "const a = require('|')",
        "const a = require('../../li|')",
        'import a from "|"',
        "import('|')",
        "App({})\nconst a = require('|",
        "import a from './|\nPage({})",
        "export * from '|'",
        "/* 😀 */ require('./|'); go(",
    ],
)
def test_modules_are_offered_as_seen_from_the_file(project: LanguageProject, marked: str) -> None:
    assert project.labels(marked, SCRIPT) == ["./parts", "../../app", "../../lib/time"]


@pytest.mark.parametrize("marked", ["const a = '|'", "go('|')", "re|quire('a')", "require(|)"])
def test_elsewhere_nothing_is_offered(project: LanguageProject, marked: str) -> None:
    assert project.labels(marked, SCRIPT) == []


def test_the_whole_name_is_replaced(project: LanguageProject) -> None:
    found = project.completion("require('../../li|b')", SCRIPT)
    assert (found.range.start.character, found.range.end.character) == (9, 18)
