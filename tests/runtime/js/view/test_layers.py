"""What lies over a page or stands elsewhere than it was written: root-portal, page-container, old dialogs, web-view."""

from __future__ import annotations

import pytest

from tests.runtime.js.view.page_harness import PageHarness, block, node, on, page_of
from tests.runtime.js.view.test_form_controls import details

pytestmark = pytest.mark.browser

LAYER_EVENTS = ("beforeenter", "enter", "afterenter", "beforeleave", "leave", "afterleave", "clickoverlay")


def test_a_root_portal_stands_behind_the_page(harness: PageHarness) -> None:
    page = block(
        [[0, [[1, [["?", 0]]]]]],
        [
            node("view", style="transform:scale(0.5);height:100px", events=on("tap")),
            node("root-portal", 0),
        ],
        regions=[{"kind": "if", "node": 1, "blocks": [2]}],
    )
    inside = page_of(("view", {"id": "in", "style": "position:fixed;top:200px;height:40px;width:100%"}, "here"))
    harness.open(page, inside, stream=[1, 2])
    assert harness.run("const b = $('#in').getBoundingClientRect(); return [b.top, b.height]") == [200, 40]
    harness.tap("#in")
    assert [(e["type"], e["id"], e["node"]) for e in harness.events()] == [("tap", 2, 0)]
    harness.apply(["R", 1, 0, 0, 1])
    assert harness.run("return $('#in')") is None
    harness.apply(["C", 1, 0, 0, 0, [3, 1, 2]])
    assert harness.run("return $('.wx-root-portal').parentNode === doc.documentElement && $('#in') !== null")
    harness.apply(["B", 0, [4, 2]])
    assert harness.run("return doc.querySelectorAll('.wx-root-portal').length") == 0


def test_what_page_says_does_not_reach_a_root_portal(harness: PageHarness) -> None:
    sheet = "body { color: red; font-size: 30px; --brand: blue } .in { background: var(--brand, lime) }"
    page = page_of(
        ("view", {"id": "page", "class": "in"}, "page"),
        ("root-portal", {}, ("view", {"id": "in", "class": "in"}, "portal", ("input", {"value": "typed"}))),
        ("root-portal", {"enable": False}, ("view", {"id": "off", "class": "in"}, "stays")),
    )
    harness.open(page, stream=[], styles=[{"kind": "page", "path": "pages/a/a.wxss", "parts": [sheet]}])
    looks = "const s = getComputedStyle($('{}')); return [s.color, s.fontSize, s.backgroundColor]"
    assert harness.run(looks.format("#page")) == ["rgb(255, 0, 0)", "30px", "rgb(0, 0, 255)"]
    assert harness.run(looks.format("#off")) == ["rgb(255, 0, 0)", "30px", "rgb(0, 0, 255)"]
    assert harness.run(looks.format("#in")) == ["rgb(0, 0, 0)", "16px", "rgb(0, 255, 0)"]
    same = "const f = (e) => getComputedStyle(e).fontFamily; return f($('#in')) === f(doc.body)"
    assert harness.run(same)
    # It is a part of the tree all the same, and of what a swap keeps.
    portal = harness.run("return view.automate({name: 'tree'})")["children"][1]
    assert [child["text"] for child in portal["children"]] == ["portal"]
    harness.run("$('input').value = 'changed'")
    harness.apply(["K"], ["B", 0, [9, 1]])
    assert harness.run("return $('input').value") == "changed"


@pytest.mark.parametrize("tag", ["map", "camera", "live-player", "live-pusher", "video", "editor", "ad"])
def test_children_of_a_native_component_lie_over_its_box(harness: PageHarness, tag: str) -> None:
    pin = "position: absolute; left: calc(50% - 20px); top: calc(50% - 10px); width: 40px; height: 20px"
    page = page_of(
        (
            tag,
            {"id": "box", "style": "display: block; width: 300px; height: 200px"},
            ("cover-view", {"id": "pin", "style": pin}, "PIN"),
            ("view", {"id": "corner", "style": "position: absolute; right: 10px; bottom: 10px"}, "corner"),
            ("view", {"id": "flow", "style": "height: 50%; width: 50%"}, "flow"),
        ),
        ("view", {"id": "below"}, "below"),
    )
    harness.open(page, stream=[])
    box = "const b = $('{}').getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]"
    assert harness.run(box.format("#pin")) == [130, 90, 170, 110]
    assert harness.run(box.format("#corner"))[2:] == [290, 190]
    assert harness.run(box.format("#flow")) == [0, 0, 150, 100]
    assert harness.run(box.format("#below"))[1] == 200
    # They are seen, in front of the words.
    assert harness.run("return doc.elementFromPoint(150, 100).id") == "pin"


def test_a_page_container_opens_and_closes(harness: PageHarness) -> None:
    page = block(
        [[0, [[1, ["inside"]]]]],
        [node("page-container", attrs={"duration": 20, "round": True}, events=on(*LAYER_EVENTS)), node("view", 0)],
        [[0, "attr", "show", 1]],
    )
    harness.open(page, stream=[False])
    assert harness.run("return $('wx-page-container').getBoundingClientRect().width") == 0
    harness.apply(["U", 1, [0, True]])
    harness.run("await until(() => sent.some((e) => e.type === 'afterenter'), 'afterenter')")
    assert [kind for kind, _ in details(harness)] == ["beforeenter", "enter", "afterenter"]
    bottom = "$('.wx-page-container-content').getBoundingClientRect().bottom"
    harness.run(f"await until(() => {bottom} === 667, 'its place')")
    harness.tap(".wx-page-container-overlay")
    assert [kind for kind, _ in details(harness)] == ["clickoverlay"]
    assert harness.run("return layers") == [True]
    assert harness.run("return [view.closeLayer(), view.closeLayer()]") == [True, False]
    assert harness.run("return layers") == [True, False]
    harness.run("await until(() => sent.some((e) => e.type === 'afterleave'), 'afterleave')")
    assert [kind for kind, _ in details(harness)] == ["beforeleave", "leave", "afterleave"]


def test_a_modal_tag_of_old_projects(harness: PageHarness) -> None:
    page = block(
        [[0, ["really?"]]],
        [node("modal", attrs={"title": "Delete", "confirmText": "Yes"}, events=on("confirm", "cancel"))],
        [[0, "hidden", "", 1]],
    )
    harness.open(page, stream=[True])
    assert harness.run("return $('.wx-modal-dialog').getBoundingClientRect().width") == 0
    harness.apply(["U", 1, [0, False]])
    assert harness.run("return $('.wx-modal-dialog').innerText.split('\\n')") == ["Delete", "really?", "取消", "Yes"]
    harness.tap(".wx-modal-btn-primary")
    harness.tap(".wx-modal-btn-default")
    assert [kind for kind, _ in details(harness)] == ["confirm", "cancel"]


def test_a_toast_tag_asks_to_be_hidden(harness: PageHarness) -> None:
    page = block(
        [[0, ["done"]], [1, ["wait"]]],
        [node("toast", attrs={"duration": 20}, events=on("change")), node("loading")],
        [[0, "hidden", "", 1]],
    )
    harness.open(page, stream=[True])
    harness.apply(["U", 1, [0, False]])
    harness.run("await until(() => sent.length > 0, 'change')")
    assert [kind for kind, _ in details(harness)] == ["change"]
    assert harness.run("return $('wx-loading .wx-toast-icon').dataset.icon") == "loading"


def test_a_web_view_is_a_sandboxed_frame(harness: PageHarness) -> None:
    page = block([[0, []]], [node("web-view")], [[0, "attr", "src", 1]])
    harness.open(page, stream=["https://localhost:9/a"])
    assert harness.run(
        "const f = $('wx-web-view > iframe'); return [f.src, f.sandbox.value.includes('top-navigation')]"
    ) == [
        "https://localhost:9/a",
        False,
    ]
    harness.apply(["U", 1, [0, "file:///etc/passwd"]])
    assert harness.run("return [$('wx-web-view > iframe'), $('wx-web-view').innerText.includes('http')]") == [
        None,
        True,
    ]


def test_match_media_shows_what_fits(harness: PageHarness) -> None:
    page = block(
        [[0, ["narrow"]], [1, ["wide"]]],
        [node("match-media", attrs={"maxWidth": "400"}), node("match-media", attrs={"minWidth": 400})],
    )
    harness.open(page, stream=[])
    assert harness.run("return doc.body.innerText.trim()") == "narrow"


def test_sheets_follow_the_theme_of_the_phone(harness: PageHarness) -> None:
    sheet = {
        "path": "app.wxss", "kind": "app",
        "parts": ["@media (prefers-color-scheme: dark) { .a { color: rgb(1, 2, 3) } }"
                  "@media (prefers-color-scheme:light) { .a { color: rgb(4, 5, 6) } }"],
    }  # fmt: skip
    color = "return frame.contentWindow.getComputedStyle($('.a')).color"
    harness.open(page_of(("view", {"class": "a"})), stream=[], styles=[sheet], window_config={"darkmode": True})
    assert harness.run(color) == "rgb(4, 5, 6)"
    harness.run("view.setDevice({ ...view.device, theme: 'dark' })")
    assert harness.run(color) == "rgb(1, 2, 3)"
    harness.open(page_of(("view", {"class": "a"})), stream=[], styles=[sheet], device={"theme": "dark"})
    assert harness.run(color) == "rgb(4, 5, 6)"


def test_pages_of_a_scroll_view_come_to_rest(harness: PageHarness) -> None:
    box = {"id": "s", "style": "height:200px", "scrollY": True, "enhanced": True, "pagingEnabled": True}
    harness.open(page_of(("scroll-view", box, ("view", {"style": "height:600px"}))), stream=[])
    harness.press("#s")
    for _ in range(6):
        harness.move(0, -20)
    harness.release()
    harness.run("await until(() => $('.wx-scroll-view').scrollTop === 200, 'the second page')")


def test_a_refresher_of_the_program_comes_with_the_pull(harness: PageHarness) -> None:
    attributes = {
        "id": "s",
        "style": "height:300px",
        "scrollY": True,
        "refresherEnabled": True,
        "refresherDefaultStyle": "none",
    }
    own = ("view", {"id": "own", "slot": "refresher", "style": "height:50px"}, "pull")
    harness.open(page_of(("scroll-view", attributes, own, ("view", {"id": "first"}, "row"))), stream=[])
    place = (
        "await frames(20); return [$('#own').getBoundingClientRect().bottom, $('#first').getBoundingClientRect().top]"
    )
    assert harness.run(place) == [0, 0]
    harness.press("#s")
    for _ in range(4):
        harness.move(0, 20)
    at = harness.run(place)
    assert at[0] == at[1] > 20
    harness.release()


def test_a_field_tells_the_height_of_the_keyboard(harness: PageHarness) -> None:
    page = page_of(
        (
            "input",
            {"id": "i", "cursorSpacing": "20", "style": "height:40px", "events": on("focus", "keyboardheightchange")},
        ),
        ("view", {"id": "away", "style": "height:50px"}),
    )
    harness.open(page, stream=[], device={"keyboardHeight": 300})
    harness.tap("#i")
    harness.tap("#away")
    sent = [(e["type"], e["id"], e["detail"].get("height")) for e in harness.events()]
    assert sent == [
        ("focus", 1, 300),
        ("keyboardheightchange", 1, 300),
        ("keyboardheightchange", 0, 300),
        ("keyboardheightchange", 1, 0),
        ("keyboardheightchange", 0, 0),
    ]
    assert harness.run("return keyboards") == [[True, 300, 60], [False, 0]]
