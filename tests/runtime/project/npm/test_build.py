"""npm builds: which packages, where they go, what is in them; and programs that run without a written build."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from runtime.project.npm.build import build_npm
from runtime.project.npm.packages import is_package_name
from runtime.project.npm.plan import plan_npm
from simulator.cli.build_npm import run_build_npm
from tests.support.logic_program import LogicProgram
from tests.support.project_folder import codes, write_project


def package(name: str, **members: object) -> str:
    return json.dumps({"name": name, "version": "1.2.3", **members})


FILES = {
    "app.json": '{"pages": ["p"]}',
    "app.js": "App({})",
    "p.wxml": "<van-button/>{{a}}",
    "p.json": '{"usingComponents": {"van-button": "kit/button/index"}}',
    "p.js": "import sum, { twice } from 'sum'\nPage({ data: { a: sum(1, 2) + twice(3) } })",
    "package.json": json.dumps({"dependencies": {"kit": "1", "sum": "1"}, "devDependencies": {"tool": "1"}}),
    "node_modules/kit/package.json": package("kit", miniprogram="lib", dependencies={"tiny": "1"}),
    "node_modules/kit/lib/button/index.js": "Component({})",
    "node_modules/kit/lib/button/index.json": '{"component": true}',
    "node_modules/kit/lib/button/index.wxml": "<view/>",
    "node_modules/kit/src/button.ts": "",
    "node_modules/sum/package.json": package("sum", main="./lib", dependencies={"tiny": "1"}),
    "node_modules/sum/lib/index.js": "export default (a, b) => a + b\nexport * from './more'\nimport 'tiny'",
    "node_modules/sum/lib/more.js": "var one = require('tiny'), crypto;\n"
    "try { crypto = require('crypto') } catch (e) {}\n"
    "exports.twice = function (n) { return crypto || n * require('./two.json').two + one - 1 }",
    "node_modules/sum/lib/two.json": '{"two": 2}',
    "node_modules/sum/node_modules/tiny/package.json": package("tiny"),
    "node_modules/sum/node_modules/tiny/index.js": "module.exports = 1",
    "node_modules/tiny/package.json": package("tiny"),
    "node_modules/tiny/index.js": "module.exports = 'outer'",
    "node_modules/tool/package.json": package("tool"),
    "node_modules/tool/index.js": "",
}


def test_the_plan_follows_node_modules(tmp_path: Path) -> None:
    plan = plan_npm(write_project(tmp_path, FILES), "", {})
    assert [(found.name, found.target, found.is_copied) for found in plan.packages] == [
        ("kit", "miniprogram_npm/kit", True),
        ("sum", "miniprogram_npm/sum", False),
        ("tiny", "miniprogram_npm/tiny", False),
        ("tiny", "miniprogram_npm/sum/miniprogram_npm/tiny", False),
    ]
    assert sorted(plan.files) == [
        "miniprogram_npm/kit/button/index.js",
        "miniprogram_npm/kit/button/index.json",
        "miniprogram_npm/kit/button/index.wxml",
        "miniprogram_npm/sum/index.js",
        "miniprogram_npm/sum/miniprogram_npm/tiny/index.js",
        "miniprogram_npm/tiny/index.js",
    ]
    assert plan.manifests == ("package.json",)


def test_a_program_runs_without_a_build(tmp_path: Path) -> None:
    result = build(load_project(write_project(tmp_path, FILES)))
    assert codes(result.diagnostics) == ["npm/packed-in-memory package.json:0:0"]
    assert result.diagnostics[0].args == {"packages": "kit 1.2.3, sum 1.2.3, tiny 1.2.3"}
    assert result.program["components"]["p"]["using"] == {"van-button": "miniprogram_npm/kit/button/index"}
    assert result.program["npm"] == ["miniprogram_npm", "miniprogram_npm/sum/miniprogram_npm"]
    scripts = {path: entry["code"] for path, entry in result.program["scripts"].items()}
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": scripts["p.js"], **scripts, "app.js": "App({})"})
    program.launch()
    assert program.evaluate("page.data.a") == 9


def test_a_written_build_is_used(tmp_path: Path) -> None:
    root = write_project(tmp_path, FILES | {"miniprogram_npm/sum/old.js": "", "miniprogram_npm/own/index.js": ""})
    result = build_npm(root)
    assert (result.folders, result.file_count, result.diagnostics) == (("miniprogram_npm",), 6, ())
    assert not (root / "miniprogram_npm/sum/old.js").exists()
    assert (root / "miniprogram_npm/own/index.js").exists()
    project = load_project(root)
    assert project.mounts.packages == ()
    assert codes(build(project).diagnostics) == []


def test_a_build_while_a_project_is_open(tmp_path: Path) -> None:
    root = write_project(tmp_path, FILES)
    first = build(load_project(root))
    build_npm(root)
    second = build(first.project, first, ["miniprogram_npm"])
    assert second.changes(first).is_empty
    (root / "package.json").write_text('{"dependencies": {"kit": "1"}}')
    third = build(second.project, second, ["package.json"])
    assert codes(third.diagnostics) == []
    assert third.project.mounts.packages == ()


def test_relations_name_the_folders(tmp_path: Path) -> None:
    relation = {"packageJsonPath": "./package.json", "miniprogramNpmDistDir": "./mini/"}
    config = {"setting": {"packNpmManually": True, "packNpmRelationList": [relation]}}
    plan = plan_npm(write_project(tmp_path, FILES), "mini", config)
    assert plan.packages[0].target == "mini/miniprogram_npm/kit"


def test_a_manifest_beside_the_program_counts(tmp_path: Path) -> None:
    files = {
        (path if "node_modules" in path or path == "package.json" else f"mini/{path}"): FILES[path] for path in FILES
    }
    root = write_project(tmp_path, files | {"project.config.json": '{"miniprogramRoot": "mini/"}'})
    project = load_project(root)
    assert codes(build(project).diagnostics) == ["npm/packed-in-memory package.json:0:0"]
    assert project.files.exists("miniprogram_npm/kit/button/index.js")


def test_links_as_pnpm_makes_them(tmp_path: Path) -> None:
    root = write_project(
        tmp_path,
        {
            "package.json": '{"dependencies": {"a": "1"}}',
            "node_modules/.pnpm/a@1/node_modules/a/package.json": package("a", dependencies={"b": "1", "a": "1"}),
            "node_modules/.pnpm/a@1/node_modules/a/index.js": "module.exports = require('b')",
            "node_modules/.pnpm/a@1/node_modules/b/package.json": package("b", dependencies={"a": "1"}),
            "node_modules/.pnpm/a@1/node_modules/b/index.js": "module.exports = 2",
        },
    )
    (root / "node_modules/a").symlink_to(root / "node_modules/.pnpm/a@1/node_modules/a")
    targets = [found.target for found in plan_npm(root, "", {}).packages]
    assert targets == ["miniprogram_npm/a", "miniprogram_npm/a/miniprogram_npm/b"]


def test_nothing_outside_of_the_project_is_read(tmp_path: Path) -> None:
    write_project(tmp_path / "outside", {"a/package.json": package("a"), "a/index.js": "secret"})
    root = write_project(tmp_path / "root", {"package.json": '{"dependencies": {"a": "1", "../a": "1"}}'})
    (root / "node_modules").mkdir()
    (root / "node_modules/a").symlink_to(tmp_path / "outside/a")
    plan = plan_npm(root, "", {})
    assert plan.packages == ()
    assert codes(plan.diagnostics) == ["files/link-outside package.json:1:19"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a", True), ("@s/a", True), ("..", False), ("a/b", False), ("@s/../a", False), ("", False), ("a\\b", False)],
)
def test_names_of_packages(name: str, is_one: bool) -> None:
    assert is_package_name(name) is is_one


def test_the_command(tmp_path: Path) -> None:
    root = write_project(tmp_path, FILES)
    out = io.StringIO()
    assert run_build_npm(root, out=out) == 0
    assert out.getvalue().splitlines()[0] == "kit 1.2.3 copied to miniprogram_npm/kit"
    assert out.getvalue().splitlines()[-1] == "4 packages, 6 files written"
    assert run_build_npm(tmp_path / "none", out=out) == 2


@pytest.mark.parametrize("link", ["miniprogram_npm", "miniprogram_npm/@s"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_build_writes_and_removes_nothing_behind_a_link(tmp_path: Path, link: str, *, inside: bool) -> None:
    files = {
        "app.json": '{"pages": ["p"]}',
        "package.json": '{"dependencies": {"@s/kit": "1"}}',
        "node_modules/@s/kit/package.json": package("@s/kit"),
        "node_modules/@s/kit/index.js": "module.exports = 1",
    }
    root = write_project(tmp_path / "project", files)
    precious = write_project((root if inside else tmp_path) / "precious", {"@s/kit/a": "mine", "kit/a": "mine"})
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(precious)
    result = build_npm(root)
    assert (result.packages, result.folders, result.file_count) == ((), (), 0)
    assert codes(result.diagnostics) == ["npm/behind-link miniprogram_npm/@s/kit:0:0"]
    assert sorted(path.relative_to(precious).as_posix() for path in precious.rglob("*") if path.is_file()) == [
        "@s/kit/a", "kit/a",
    ]  # fmt: skip


def test_a_build_replaces_links_by_its_own_files(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", FILES)
    precious = write_project(tmp_path / "precious", {"a": "mine"})
    (root / "miniprogram_npm").mkdir()
    (root / "miniprogram_npm/kit").symlink_to(precious)
    assert build_npm(root).file_count == 6
    assert sorted(path.name for path in precious.iterdir()) == ["a"]
    assert (root / "miniprogram_npm/kit/button/index.js").is_file()


def test_the_programs_folder_may_be_a_link_inside(tmp_path: Path) -> None:
    moved = {
        path if "node_modules" in path or path == "package.json" else f"out/{path}": text
        for path, text in FILES.items()
    }
    root = write_project(tmp_path, moved | {"project.config.json": '{"miniprogramRoot": "mini"}'})
    (root / "mini").symlink_to("out")
    assert build_npm(root).folders == ("mini/miniprogram_npm",)
    assert (root / "out/miniprogram_npm/sum/index.js").is_file()


@pytest.mark.parametrize("main", [".", "./lib", "../p/lib", "", "lib/../lib"])
def test_a_main_that_leads_back_to_itself_ends(tmp_path: Path, main: str) -> None:
    files = {
        "package.json": '{"dependencies": {"p": "1"}}',
        "node_modules/p/package.json": package("p", main="lib"),
        "node_modules/p/lib/package.json": package("inner", main=main),
        "node_modules/p/lib/lib/package.json": package("inner", main=".."),
    }
    plan = plan_npm(write_project(tmp_path, files), "", {})
    assert plan.packages == ()
