"""DOM operations of wire.md in the page view."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.runtime.js.view.page_harness import PageHarness, block, node, page_of

pytestmark = pytest.mark.browser

LIST = block(
    [[0, [["?", 0]]]], [node("view", **{"class": "list"})], regions=[{"kind": "for", "node": 0, "blocks": [2]}]
)
ROW = block(
    [[0, [[1, [["$", 0]]]]]],
    [node("view", **{"class": "row"}), node("text", 0)],
    [[-1, "text", None, 1], [0, "class", None, 1]],
)


def rows(count: int, start: int = 0) -> list[object]:
    return [count, *(value for i in range(start, start + count) for value in (2, f"r{i}", f"row c{i}"))]


def texts(harness: PageHarness) -> list[str]:
    return harness.run("return [...doc.querySelectorAll('wx-text')].map((e) => e.textContent)")


def test_body_with_text_class_and_style(harness: PageHarness) -> None:
    main = block(
        [[0, ["Hello ", ["$", 0]]]],
        [node("view", id="top", **{"class": "a b"})],
        [[-1, "text", None, 1], [0, "style", None, 1], [0, "hidden", None, 1]],
    )
    harness.open(main, stream=["world", "width: 100rpx; height: 1rpx", False])
    assert harness.run("return $('#top').outerHTML") == (
        '<wx-view id="top" class="a b" style="width: 50px; height: 1px;">Hello world</wx-view>'
    )
    harness.apply(["U", 1, [0, "you", 1, "color: red", 2, True]])
    assert harness.run("return $('#top').outerHTML") == (
        '<wx-view id="top" class="a b" style="color: red;" hidden="">Hello you</wx-view>'
    )


def test_rows_are_created_inserted_moved_and_removed(harness: PageHarness) -> None:
    harness.open(LIST, ROW, stream=rows(3))
    assert texts(harness) == ["r0", "r1", "r2"]
    harness.apply(["C", 1, 0, 1, 0, [10, *rows(2, 7)]])
    assert texts(harness) == ["r0", "r7", "r8", "r1", "r2"]
    harness.apply(["M", 1, 0, 0, 3])
    assert texts(harness) == ["r7", "r8", "r1", "r0", "r2"]
    harness.apply(["M", 1, 0, 4, 0])
    assert texts(harness) == ["r2", "r7", "r8", "r1", "r0"]
    harness.apply(["R", 1, 0, 1, 3])
    assert texts(harness) == ["r2", "r0"]
    harness.apply(["U", 4, [0, "changed"]], ["R", 1, 0, 1, 1], ["C", 1, 0, 1, 0, [20, *rows(1, 9)]])
    assert texts(harness) == ["changed", "r9"]
    assert harness.run("const e = $('wx-text'); return [e.__id, e.__n]") == [4, 1]


def test_nested_regions_at_the_top_level_of_a_block(harness: PageHarness) -> None:
    main = block([["?", 0], [0, []]], [node("view", id="end")], regions=[{"kind": "for", "node": -1, "blocks": [2]}])
    row = block(
        [["?", 0], ["?", 1]],
        [],
        regions=[{"kind": "if", "node": -1, "blocks": [3]}, {"kind": "if", "node": -1, "blocks": [3]}],
    )
    leaf = block([[0, [["$", 0]]]], [node("text")], [[-1, "text", None, 1]])
    harness.open(main, row, leaf, stream=[2, 2, 1, 3, "a", 1, 3, "b", 2, 0, 1, 3, "c"])
    assert texts(harness) == ["a", "b", "c"]
    harness.apply(["C", 5, 0, 0, 0, [10, 1, 3, "x"]])
    assert texts(harness) == ["a", "b", "x", "c"]
    harness.apply(["M", 1, 0, 1, 0])
    assert texts(harness) == ["x", "c", "a", "b"]
    harness.apply(["R", 1, 0, 0, 1])
    assert texts(harness) == ["a", "b"]
    assert harness.run("return doc.body.lastElementChild.id") == "end"


def test_component_with_slot_and_scopes(harness: PageHarness) -> None:
    main = block(
        [[0, [["?", 0]]]],
        [node("my-card", host=True, content=[0], **{"class": "host"})],
        regions=[{"kind": "content", "node": 0, "blocks": [3]}],
        hosts=[0],
    )
    shadow = block(
        [[0, [["?", 0]]]],
        [node("view", **{"class": "box my-class ~global ^outer"})],
        regions=[{"kind": "slot", "node": 0, "name": ""}],
    )
    content = block([[0, ["inside"]]], [node("text", **{"class": "mine"})])
    scope = {"path": "c/card", "prefix": "card", "mode": "isolated", "parent": 0, "ext": {"my-class": "red"}}
    harness.open(
        main,
        shadow,
        content,
        first=[["P", 1, scope]],
        stream=[0, 1, 1, 2, 1, 0, 1, 3],
        styles=[
            {"path": "app.wxss", "kind": "app", "parts": [".mine{width:", 20, "px}.mine{width:", 20, "}"]},
            {"path": "c/card.wxss", "kind": "component", "parts": [".", None, "box{height:", 100, "}"]},
        ],
    )
    assert harness.run("return $('wx-my-card').outerHTML") == (
        '<wx-my-card class="host" is="c/card"><wx-view class="card--box red global outer">'
        '<wx-text class="mine">inside</wx-text></wx-view></wx-my-card>'
    )
    assert harness.run("return frame.contentWindow.getComputedStyle($('.card--box')).height") != "50px"
    harness.apply(["S", "c/card", "card", "isolated"])
    assert harness.run("return frame.contentWindow.getComputedStyle($('.card--box')).height") == "50px"
    harness.apply(["X", 1, {"my-class": "blue"}])
    assert harness.run("return $('wx-my-card').firstElementChild.className") == "card--box blue global outer"
    harness.apply(["H", 1, 0, 1, [50, 3]])
    assert harness.run("return $('wx-my-card').textContent") == "inside"
    assert harness.run("return $('wx-my-card').childElementCount") == 1


@pytest.mark.parametrize(
    ("mode", "of_app", "of_page", "of_component"),
    [  # whom the class rules of each sheet reach: the page, a shared component, one that applies what is shared
        ("", [1, 1, 1], [1, 1, 1], [1, 1, 1]),
        ("page-isolated", [0, 0, 0], [1, 0, 0], [0, 1, 1]),
        ("page-apply-shared", [0, 0, 0], [1, 0, 0], [1, 1, 1]),
        ("page-shared", [0, 0, 0], [1, 1, 1], [1, 1, 1]),
    ],
)
def test_isolation_of_pages(
    harness: PageHarness, mode: str, of_app: list[int], of_page: list[int], of_component: list[int]
) -> None:
    main = block(
        [[0, []], [1, []], [2, []]],
        [node("view", **{"class": "x"}), node("my-a", host=True), node("my-b", host=True)],
        hosts=[1, 2],
    )
    shadow = block([[0, []]], [node("view", **{"class": "x"})])
    first: list[object] = [
        ["P", 1, {"path": "c/a", "prefix": "c-a", "mode": "shared", "parent": 0, "ext": {}}],
        ["S", "c/a", "c-a", "shared"],
        ["P", 2, {"path": "c/b", "prefix": "c-b", "mode": "apply-shared", "parent": 0, "ext": {}}],
    ]
    if mode:
        page = {"path": "pages/a/a", "prefix": "pages-a-a", "mode": mode, "parent": None, "ext": {}}
        first = [["P", 0, page], ["S", "pages/a/a", "pages-a-a", mode], *first]
    harness.open(
        main,
        shadow,
        first=first,
        stream=[1, 1, 2, 1, 2, 2],
        styles=[
            {"path": "app.wxss", "kind": "app", "parts": [".", None, "x{top:1px}"]},
            {"path": "pages/a/a.wxss", "kind": "page", "parts": [".", None, "x{left:1px}"]},
            {"path": "c/a.wxss", "kind": "component", "parts": [".", None, "x{right:1px}"]},
        ],
    )
    reached = harness.run(
        "const { contentDocument: page, contentWindow: window } = frame;"
        "const views = [...page.querySelectorAll('wx-view')].map((view) => window.getComputedStyle(view));"
        "return ['top', 'left', 'right'].map((side) => views.map((style) => Number(style[side] === '1px')));"
    )
    assert reached == [of_app, of_page, of_component]


@pytest.mark.parametrize(("owns", "shown"), [(False, ["color: red;", "color: blue;"]), (True, ["", ""])])
def test_a_host_whose_component_takes_its_style_has_none(harness: PageHarness, owns: bool, shown: list[str]) -> None:
    scope = {"path": "c/card", "parent": 0, "ext": {}, **({"ownsStyle": True} if owns else {})}
    main = block([[0, []]], [node("my-card", host=True)], binds=[[0, "style", "", 1]], hosts=[0])
    stream = ["color:red", 1, 1, 2, 1]
    harness.open(main, block(["x"], []), first=[["P", 1, scope]], stream=stream)
    seen = [harness.run("return $('wx-my-card').style.cssText")]
    harness.apply(["U", 1, [0, "color:blue"]])
    assert [*seen, harness.run("return $('wx-my-card').style.cssText")] == shown


def test_external_classes_are_read_in_the_scope_that_gives_them(harness: PageHarness) -> None:
    outer = {"path": "c/o", "prefix": "c-o", "mode": "isolated", "parent": 0, "ext": {"x-class": "red big"}}
    inner = {"path": "c/i", "prefix": "c-i", "mode": "isolated", "parent": 1, "ext": {"y-class": "own x-class ~all"}}
    page = block([[0, []]], [node("my-outer", host=True)], hosts=[0])
    shadow = block([[0, []]], [node("my-inner", host=True)], hosts=[0])
    leaf = block([[0, []]], [node("view", **{"class": "y-class z"})])
    harness.open(page, shadow, leaf, first=[["P", 1, outer], ["P", 2, inner]], stream=[1, 1, 2, 1, 2, 3])
    class_name = "return $('wx-my-inner').firstElementChild.className"
    assert harness.run(class_name) == "c-o--own red big all c-i--z"
    harness.apply(["X", 1, {"x-class": "blue"}])
    assert harness.run(class_name) == "c-o--own blue all c-i--z"


def test_a_page_that_keeps_the_app_s_sheet_away(harness: PageHarness) -> None:
    sheets = [
        {"path": "app.wxss", "kind": "app", "parts": [".a{height:11px}.b{height:11px}"]},
        {"path": "p.wxss", "kind": "page", "parts": [".b{height:22px}"]},
    ]
    page = block([[0, []], [1, []]], [node("view", **{"class": "a"}), node("view", **{"class": "b"})])
    harness.open(page, first=[["S", "p", "", "page-isolated"]], stream=[], styles=sheets)
    height = "return frame.contentWindow.getComputedStyle($('.%s')).height"
    assert (harness.run(height % "a"), harness.run(height % "b")) == ("0px", "22px")


def test_a_thousand_rows_come_and_go(harness: PageHarness) -> None:
    row = block(
        [[0, [[1, [["$", 0]]], [2, [[3, [["$", 1]]], [4, ["text"]]]], [5, [[6, []], [7, ["x"]]]]]]],
        [
            node("view", **{"class": "row"}),
            node("text", 0, **{"class": "id"}),
            node("view", 0, **{"class": "body"}),
            node("text", 2),
            node("text", 2),
            node("view", 0, events=[["tap", "bind", "x", -1]]),
            node("view", 5),
            node("text", 5),
        ],
        [[-1, "text", None, 1], [-1, "text", None, 1], [0, "class", None, 1]],
    )
    harness.open(LIST, row, stream=[0])
    stream = [1000, *(value for i in range(1000) for value in (2, f"t{i}", f"u{i}", "row odd"))]
    harness.apply(["C", 1, 0, 0, 0, [10, *stream]])
    assert harness.run("return doc.body.querySelectorAll('*').length") == 8001
    harness.apply(["R", 1, 0, 0, 1000])
    assert harness.run("return doc.querySelectorAll('wx-view').length") == 1


def test_a_virtual_host_has_no_box(harness: PageHarness) -> None:
    main = block([[0, []]], [node("my-box", host=True, style="display:block;padding:9px")], hosts=[0])
    shadow = block([[0, ["inside"]]], [node("view", id="in")])
    scope = {"path": "c/box", "prefix": "c-box", "mode": "isolated", "parent": 0, "ext": {}, "virtual": True}
    harness.open(main, shadow, first=[["P", 1, scope]], stream=[1, 1, 2])
    assert harness.run("return $('#in').getBoundingClientRect().left") == 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("CRM"), st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_any_sequence_of_operations_shows_what_the_list_says(
    harness: PageHarness, changes: list[tuple[str, int, int]]
) -> None:
    # A row is two texts, the second in a region of its own at the top level of the block.
    row = block(
        [["?", 0], [0, [["$", 0]]]],
        [node("text")],
        [[-1, "text", None, 1]],
        [{"kind": "if", "node": -1, "blocks": [3]}],
    )
    leaf = block([[0, [["$", 0]]]], [node("text")], [[-1, "text", None, 1]])
    listed: list[int] = []
    ops: list[list[object]] = []
    for serial, (kind, first, second) in enumerate(changes):
        if kind == "C":
            at, count = min(first, len(listed)), second % 3 + 1
            numbers = [serial * 10 + offset for offset in range(count)]
            stream = [count, *(v for n in numbers for v in (2, f"b{n}", 1, 3, f"a{n}"))]
            ops.append(["C", 1, 0, at, 0, [10 + serial * 100, *stream]])
            listed[at:at] = numbers
        elif listed and kind == "R":
            at = first % len(listed)
            count = min(second % 3 + 1, len(listed) - at)
            ops.append(["R", 1, 0, at, count])
            del listed[at : at + count]
        elif listed and kind == "M":
            source, target = first % len(listed), second % len(listed)
            ops.append(["M", 1, 0, source, target])
            listed.insert(target, listed.pop(source))
    harness.open(LIST, row, leaf, stream=[0])
    harness.apply(*ops)
    assert texts(harness) == [text for number in listed for text in (f"a{number}", f"b{number}")]
    shown = harness.run("return view.dom.instances.size")
    assert shown == 1 + 2 * len(listed)


def test_a_style_sheet_that_comes_later_keeps_its_rank(harness: PageHarness) -> None:
    def sheet(kind: str, path: str, color: str) -> dict[str, object]:
        return {"kind": kind, "path": path, "parts": [f".a{{color:{color}}}"]}

    harness.open(page_of(("view", {"class": "a"}, "x")), stream=[], styles=[sheet("page", "pages/a/a.wxss", "red")])
    color = "return getComputedStyle($('.a')).color"
    assert harness.run(color) == "rgb(255, 0, 0)"
    harness.run(f"view.setStyle({json.dumps(sheet('app', 'app.wxss', 'blue'))})")
    assert harness.run(color) == "rgb(255, 0, 0)"
    harness.run("view.styles.activate('c/c', '', 'shared')")
    harness.run(f"view.setStyle({json.dumps(sheet('component', 'c/c.wxss', 'lime'))})")
    assert harness.run(color) == "rgb(255, 0, 0)"
    harness.run(f"view.setStyle({json.dumps(sheet('page', 'pages/a/a.wxss', 'black'))})")
    assert harness.run(color) == "rgb(0, 0, 0)"
