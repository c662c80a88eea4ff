"""What a type checker is told besides a script."""

from __future__ import annotations

from pathlib import Path

from runtime.language.scripts import surroundings
from runtime.language.scripts.surroundings import Surroundings
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from tests.support.project_folder import write_project

SCRIPT = "pages/index/index.ts"
FILES = {
    "project.config.json": '{"miniprogramRoot": "mini/", "setting": {"useCompilerPlugins": ["typescript"]}}',
    "tsconfig.json": '{"compilerOptions": {"strict": true}}',
    "mini/app.json": '{"pages": ["pages/index/index"], "resolveAlias": {"@/*": "/lib/*"}}',
    "mini/app.ts": "import './started'\nApp({ globalData: { user: { name: '' }, 'a-b': [1] }, login() {} })",
    "mini/started.ts": "",
    "mini/pages/index/index.wxml": "",
    f"mini/{SCRIPT}": "import '../../a'\nimport '@/b'\nimport '/lib/c'\nrequire('pack')\nrequire('./none')",
    "mini/a.ts": "import './pages/index/index'\nimport './a'",
    "mini/lib/b.ts": "",
    "mini/lib/c.js": "",
    "mini/miniprogram_npm/pack/index.js": "",
    "mini/other.ts": "",
    "mini/types/own.d.ts": "interface Own {}",
}


def of(root: Path, files: dict[str, str], path: str = f"mini/{SCRIPT}") -> Surroundings | None:
    service = LanguageService()
    service.take(load_project(write_project(root, files)))
    return service.surroundings(path)


def test_a_script_is_seen_with_all_that_it_reaches(tmp_path: Path) -> None:
    found = of(tmp_path, FILES)
    assert found is not None
    assert sorted(found.files) == [
        "mini/a.ts", "mini/app.ts", "mini/lib/b.ts", "mini/lib/c.js", "mini/miniprogram_npm/pack/index.js",
        "mini/started.ts", "mini/types/own.d.ts",
    ]  # fmt: skip
    assert found.modules == {
        "@/b": "mini/lib/b.ts", "/lib/c": "mini/lib/c.js", "pack": "mini/miniprogram_npm/pack/index.js",
    }  # fmt: skip
    assert (found.is_strict, found.has_platform_types) == (True, False)


def test_the_program_is_described_by_its_script(tmp_path: Path) -> None:
    found = of(tmp_path, FILES)
    assert found is not None
    assert "user: { name: string; [name: string]: any }" in found.program
    assert '"a-b": (number)[]' in found.program
    assert "login: (...values: any[]) => any" in found.program


def test_what_methods_put_on_the_program_belongs_to_it(tmp_path: Path) -> None:
    script = """const cart = require('./cart')
    App({
      cart: {}, name: '', user: null,
      onLaunch() {
        this.globalData = { env: 'x' }
        this.cart = { lines: [1] }
        this.name = null
        this.user = cart.user()
        this.either = 1
      },
      later() { this.either = ''; other.none = 1 },
    })
    this.none = 1"""
    found = of(tmp_path, {**FILES, "mini/app.ts": script})
    assert found is not None
    for member in (
        "globalData: { env: string; [name: string]: any }", "cart: { lines: (number)[]; [name: string]: any }",
        "name: string", "user: any", "either: any",
    ):  # fmt: skip
        assert f"{member};" in found.program.replace(" }\n", ";")
    assert "none" not in found.program


def test_typings_of_the_project_are_found_and_said(tmp_path: Path) -> None:
    typings = "declare namespace WechatMiniprogram { interface Wx {} }\ndeclare const wx: WechatMiniprogram.Wx"
    path = "node_modules/miniprogram-api-typings/types/wx.d.ts"
    found = of(tmp_path, {**FILES, path: typings})
    assert found is not None
    assert (found.has_platform_types, found.lacks_platform_types) == (True, False)
    assert path in found.files


def test_scripts_that_are_written_for_typings_which_are_not_there(tmp_path: Path) -> None:
    found = of(tmp_path, FILES)
    assert found is not None
    assert not found.lacks_platform_types
    found = of(
        tmp_path, {**FILES, "mini/lib/c.js": "/** @param {WechatMiniprogram.Event} a */ module.exports = (a) => a"}
    )
    assert found is not None
    assert found.lacks_platform_types


def test_no_more_is_sent_than_can_be_read(tmp_path: Path) -> None:
    files = {f"mini/many/m{number}.ts": "" for number in range(surroundings.MAX_FILES + 50)}
    imports = "\n".join(f"import '../../many/m{number}'" for number in range(surroundings.MAX_FILES + 50))
    found = of(tmp_path, {**FILES, **files, f"mini/{SCRIPT}": imports})
    assert found is not None
    assert len(found.files) < surroundings.MAX_FILES


def test_what_is_no_script_of_the_program_has_none(tmp_path: Path) -> None:
    assert of(tmp_path, FILES, "mini/pages/index/index.wxml") is None
    assert of(tmp_path, {**FILES, "tools/build.js": ""}, "tools/build.js") is None
