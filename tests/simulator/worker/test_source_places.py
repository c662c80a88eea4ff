"""Places in scripts as their author knows them, and that no map leads out of the project."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from urllib.parse import quote

import pytest

from runtime.project.gate import Gate
from simulator.worker.source_places import SourcePlace, SourcePlaces
from tests.support.project_folder import write_project
from tests.support.source_maps import source_map

LIBRARY = SourcePlace(is_library=True)
NOTHING = SourcePlace()


def places(tmp_path: Path, files: dict[str, str], below: str = "dist") -> SourcePlaces:
    root = write_project(tmp_path / "project", {"src/pages/a.vue": "", "src/my_page/b_c.jsx": "", **files})
    return SourcePlaces(Gate(root), below)


def named(source: str, **members: str) -> str:
    return source_map([source], [(0, 0, 0, 6, 4)], **members)


@pytest.mark.parametrize(
    "source",
    [
        "../src/pages/a.vue", "webpack:///./src/pages/a.vue", "webpack://my-app/./src/pages/a.vue?a295",
        "webpack://my-app/src/pages/a.vue", "uni-app:///pages/a.vue", "src/pages/a.vue", "./pages/a.vue",
        "/src/pages/a.vue", "webpack://my-app/._src_pages_a.vue", "..\\src\\pages\\a.vue",
    ],
)  # fmt: skip
def test_a_source_is_a_file_of_the_project(tmp_path: Path, source: str) -> None:
    found = places(tmp_path, {"dist/p.js": "x\n//# sourceMappingURL=p.js.map", "dist/p.js.map": named(source)})
    assert found.place("p.js", 1, 1) == SourcePlace("src/pages/a.vue", 7, 5)


def test_a_source_by_its_path_on_the_disk(tmp_path: Path) -> None:
    for number, head in enumerate(("", "file://")):
        root = tmp_path / str(number)
        source = f"{head}{(root / 'project/src/pages/a.vue').resolve()}"
        found = places(root, {"dist/p.js": "x", "dist/p.js.map": named(source)})
        assert found.place("p.js", 1, 1).file == "src/pages/a.vue"


def test_a_name_with_underscores_of_its_own(tmp_path: Path) -> None:
    found = places(tmp_path, {"dist/p.js": "x", "dist/p.js.map": named("webpack://x/._src_my_page_b_c.jsx")})
    assert found.place("p.js", 1, 1).file == "src/my_page/b_c.jsx"


@pytest.mark.parametrize(
    "code",
    [
        "x\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,"
        + base64.b64encode(named("src/pages/a.vue").encode()).decode(),
        f"x\n//@ sourceMappingURL=data:application/json,{quote(named('src/pages/a.vue'))}\n",
        "x //# sourceMappingURL=../maps/my%20map.json?v=1",
        "y",
        "z",
    ],
    ids=["inline", "inline-text", "elsewhere", "beside", "apart"],
)
def test_where_a_map_may_be(tmp_path: Path, code: str) -> None:
    made = named("src/pages/a.vue")
    where = {"y": "dist/sub/p.js.map", "z": ".sourcemap/dist/sub/p.js.map"}.get(code, "dist/maps/my map.json")
    found = places(tmp_path, {"dist/sub/p.js": code, where: made})
    assert found.place("sub/p.js", 1, 1) == SourcePlace("src/pages/a.vue", 7, 5)


@pytest.mark.parametrize(
    ("script", "source", "place"),
    [
        ("p.js", "../node_modules/vue/index.js", LIBRARY),
        ("p.js", "webpack://x/webpack/bootstrap", LIBRARY),
        ("p.js", "webpack://x/._node_modules_@tarojs_runtime_index.js", LIBRARY),
        ("p.js", "src/none.vue", NOTHING),
        ("vendors.js", "src/none.vue", LIBRARY),
        ("common/vendor.js", "", LIBRARY),
        ("miniprogram_npm/x/index.js", "", LIBRARY),
        ("p.js", "", LIBRARY),
    ],
)
def test_whose_code_it_is(tmp_path: Path, script: str, source: str, place: SourcePlace) -> None:
    found = places(tmp_path, {f"dist/{script}": "x", f"dist/{script}.map": named(source)})
    assert found.place(script, 1, 1) == place


def test_a_script_without_a_map(tmp_path: Path) -> None:
    found = places(tmp_path, {"dist/p.js": "x"})
    assert found.place("p.js", 1, 1) == NOTHING
    assert found.place("taro.js", 1, 1) == LIBRARY
    assert not found.has_map("p.js")


@pytest.mark.parametrize("text", ["", "{", '{"version":3,"mappings":"!!","sources":["src/pages/a.vue"]}'])
def test_a_broken_map_is_told_once(tmp_path: Path, text: str) -> None:
    found = places(tmp_path, {"dist/p.js": "x\n//# sourceMappingURL=p.js.map", "dist/p.js.map": text})
    assert [found.place("p.js", 1, 1) for _ in range(2)] == [NOTHING, NOTHING]
    assert found.take_unreadable() == ["p.js"]
    assert found.take_unreadable() == []


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    found = places(tmp_path, {"dist/p.js": "x"})
    assert not found.has_map("p.js")
    (tmp_path / "project/dist/p.js.map").write_text(named("src/pages/a.vue"))
    found.forget()
    assert found.has_map("p.js")


@pytest.mark.parametrize(
    "url",
    [
        "../../secret.map", "/etc/passwd", "file:///etc/passwd", "https://x.y/p.js.map", "//x.y/p.js.map",
        "..%2f..%2fsecret.map", "link.map", "data:application/json;base64,@@@", "data:", "loop.map", "\0", "."
    ],
)  # fmt: skip
def test_no_map_outside_the_project_is_read(tmp_path: Path, url: str) -> None:
    (tmp_path / "secret.map").write_text(named("src/pages/a.vue"))
    found = places(tmp_path, {"dist/p.js": f"x\n//# sourceMappingURL={url}"})
    os.symlink(tmp_path / "secret.map", tmp_path / "project/dist/link.map")
    os.symlink("loop.map", tmp_path / "project/dist/loop.map")
    assert found.place("p.js", 1, 1) == NOTHING


@pytest.mark.parametrize(
    "source", ["../../secret.js", "/etc/passwd", "file:///etc/passwd", "../link.js", "\0", "../" * 99 + "x"]
)
def test_no_source_outside_the_project_is_named(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.js").write_text("")
    found = places(tmp_path, {"dist/p.js": "x", "dist/p.js.map": named(source)})
    os.symlink(tmp_path / "secret.js", tmp_path / "project/link.js")
    assert found.place("p.js", 1, 1) == NOTHING


def test_a_package_that_is_the_whole_project(tmp_path: Path) -> None:
    found = places(tmp_path, {"p.js": "x", "p.js.map": named("./src/pages/a.vue")}, below="")
    assert found.place("p.js", 1, 1) == SourcePlace("src/pages/a.vue", 7, 5)
