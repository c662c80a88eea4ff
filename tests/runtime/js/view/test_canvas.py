"""Canvases on the screen: pixels of what jobs have drawn, sizes, pictures, pictures of canvases."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.runtime.js.logic.test_canvas import COMMANDS
from tests.runtime.js.view.page_harness import PICTURE, PageHarness, on, page_of

pytestmark = pytest.mark.browser

NEW, OLD = [1, 0], [1, 1]
RED, BLUE, BLACK, CLEAR = [255, 0, 0, 255], [0, 0, 255, 255], [0, 0, 0, 255], [0, 0, 0, 0]
PICTURE_URL = "data:image/svg+xml;base64," + base64.b64encode(PICTURE).decode()


def written(*commands: Sequence[Any]) -> list[Any]:
    """Commands in the form in which they travel; `("=", name, value)` sets a property."""
    flat: list[Any] = []
    for name, *args in commands:
        if name == "=":
            flat += [-1 - COMMANDS["PROPERTIES"].index(args[0]), args[1]]
        else:
            flat += [COMMANDS["METHODS"].index(name) * 10 + len(args), *args]
    return flat


def fill(color: Any, *box: float) -> list[tuple[Any, ...]]:
    return [("=", "fillStyle", color), ("fillRect", *box)]


@pytest.fixture
def page(harness: PageHarness) -> PageHarness:
    """A page with a 2d canvas and an old one of 100 × 50 px, on a phone with three pixels for each px."""
    old = ("canvas", {"canvasId": "o", "style": "width: 100px; height: 50px"})
    harness.open(page_of(("canvas", {"type": "2d"}), old), stream=[], device={"pixelRatio": 3})
    return harness


def run(page: PageHarness, *jobs: Any) -> Any:
    """Runs jobs; the answer of the last one."""
    return page.run(f"return await view.call({{name: 'canvas', jobs: {json.dumps(jobs)}}})")


def pixel(page: PageHarness, surface: Any, x: int, y: int) -> list[int]:
    return list(base64.b64decode(run(page, ["pixels", surface, x, y, 1, 1])["pixels"]))


def image_of(text: str) -> QImage:
    return QImage.fromData(base64.b64decode(text))


def test_sizes(page: PageHarness) -> None:
    asked = (
        "return view.call({name: 'query', requests: ["
        "{nodes: [[1, 0], [1, 1]], all: true, fields: {node: true, size: true}}]})"
    )
    new, old = (entry["node"] for entry in page.run(asked)[0])
    assert (new["type"], new["surface"]) == ("2d", {"width": 300, "height": 150})
    assert (old["type"], old["canvasId"], old["surface"]) == ("", "o", {"width": 100, "height": 50})
    assert page.run("const c = $('wx-canvas + wx-canvas canvas'); return [c.width, c.height, c.clientWidth]") == [
        300, 150, 100,
    ]  # fmt: skip
    run(page, ["size", NEW, 20, 10])
    assert page.run("const c = $('wx-canvas canvas'); return [c.width, c.height, c.clientWidth]") == [20, 10, 300]


def test_commands_draw(page: PageHarness) -> None:
    circle = [("beginPath",), ("arc", 50, 50, 10, 0, 6.3, 0), ("=", "fillStyle", "blue"), ("fill",)]
    moved = [("save",), ("translate", 100, 0), *fill("red", 0, 0, 5, 5), ("restore",), ("fillRect", 0, 140, 5, 5)]
    run(page, ["draw", NEW, written(*fill("red", 0, 0, 10, 10), *circle, *moved)])
    assert pixel(page, NEW, 5, 5) == RED
    assert pixel(page, NEW, 50, 50) == BLUE
    assert pixel(page, NEW, 102, 2) == RED
    assert pixel(page, NEW, 2, 142) == BLUE
    assert pixel(page, NEW, 20, 20) == CLEAR


def test_values_of_the_wire(page: PageHarness) -> None:
    gradient = {"gradient": "linear", "place": [0, 0, 100, 0], "stops": [0, "no colour", 0, "red", 1, "red"]}
    hole = {"path": written(("rect", 0, 0, 20, 20), ("rect", 5, 5, 10, 10)), "svg": ""}
    both = {"path": written(("addPath", hole, {"matrix": [1, 0, 0, 1, 40, 0]})), "svg": "M100 0h9v9z"}
    pixels = {"pixels": base64.b64encode(bytes(BLUE * 4)).decode(), "width": 2, "height": 2}
    commands = [*fill(gradient, 0, 0, 10, 10), ("fill", both, "evenodd"), ("putImageData", pixels, 0, 0)]
    run(page, ["size", 7, 2, 2], ["draw", 7, written(*fill("blue", 0, 0, 2, 2))], ["draw", NEW, written(*commands)])
    run(page, ["draw", NEW, written(*fill({"pattern": {"canvas": 7}, "repetition": "repeat"}, 200, 0, 50, 50))])
    assert pixel(page, NEW, 9, 9) == RED
    assert pixel(page, NEW, 41, 1) == RED
    assert pixel(page, NEW, 50, 10) == CLEAR
    assert pixel(page, NEW, 107, 2) == RED
    assert pixel(page, NEW, 1, 1) == BLUE
    assert pixel(page, NEW, 222, 33) == BLUE


def test_one_bad_command_does_not_stop_the_others(page: PageHarness) -> None:
    bad = [("arc", 0, 0, -1, 0, 1, 0), ("drawImage", {"image": 99}, 0, 0), *fill("red", 0, 0, 5, 5)]
    run(page, ["draw", NEW, written(*bad)], ["draw", NEW, written(*bad)], ["draw", [9, 9], written(*bad)])
    assert pixel(page, NEW, 1, 1) == RED
    (entry,) = page.run("return logs")
    assert entry[0] == "warn"
    assert "arc" in entry[1]


def test_pictures(page: PageHarness) -> None:
    assert run(page, ["image", 3, PICTURE_URL]) == {"width": 120, "height": 60}
    run(page, ["draw", NEW, written(("drawImage", {"image": 3}, 0, 0, 20, 20))])
    assert pixel(page, NEW, 10, 10) == BLACK
    run(page, ["free", [3]], ["draw", NEW, written(("drawImage", {"image": 3}, 100, 0, 20, 20))])
    assert pixel(page, NEW, 110, 10) == CLEAR
    failure = "return view.call({name: 'canvas', jobs: [['image', 4, 'none.png']]}).catch((error) => error.message)"
    assert "none.png" in page.run(failure)


def test_questions(page: PageHarness) -> None:
    looks = {"font": "20px sans-serif", "textAlign": "start", "textBaseline": "alphabetic", "direction": "inherit"}
    wide, narrow = (run(page, ["measure", looks, text]) for text in ("mmmm", "m"))
    assert wide["values"][0] == pytest.approx(4 * narrow["values"][0], abs=0.5)
    assert len(wide["values"]) == 7
    assert wide["isFinal"] is True
    run(page, ["draw", NEW, written(("rect", 10, 10, 20, 20))])
    assert run(page, ["hit", NEW, "isPointInPath", [15, 15]])
    assert not run(page, ["hit", NEW, "isPointInPath", [5, 5]])
    run(page, ["draw", NEW, written(*fill("red", 0, 0, 300, 150))])
    image = image_of(run(page, ["url", NEW, "image/png", 1]).split(",")[1])
    assert (image.width(), image.pixelColor(5, 5).name()) == (300, "#ff0000")
    assert run(page, ["frame"]) is None


def test_an_old_canvas_counts_in_px(page: PageHarness) -> None:
    commands = [*fill("red", 0, 0, 50, 50), ("setTransform", 1, 0, 0, 1, 50, 0), *fill("blue", 0, 0, 50, 50)]
    run(page, ["drawOld", OLD, False, written(*commands), []])
    assert pixel(page, OLD, 49, 49) == RED
    assert pixel(page, OLD, 99, 49) == BLUE
    run(page, ["drawOld", OLD, True, written(*fill("red", 10, 10, 5, 5)), []])
    assert pixel(page, OLD, 62, 12) == RED
    run(page, ["drawOld", OLD, False, written(("fillRect", 0, 0, 5, 5)), []])
    assert pixel(page, OLD, 2, 2) == BLACK
    assert pixel(page, OLD, 62, 12) == CLEAR


def test_an_old_canvas_keeps_its_picture_in_another_size(page: PageHarness) -> None:
    run(page, ["drawOld", OLD, False, written(*fill("red", 0, 0, 100, 50)), []])
    page.run("doc.querySelectorAll('wx-canvas')[1].style.width = '200px'")
    page.run("await until(() => doc.querySelectorAll('canvas')[1].width === 600, 'another size')")
    run(page, ["drawOld", OLD, True, written(*fill("blue", 150, 0, 50, 50)), []])
    assert pixel(page, OLD, 90, 10) == RED
    assert pixel(page, OLD, 199, 49) == BLUE


def test_pictures_of_an_old_canvas_come_first(page: PageHarness) -> None:
    commands = written(("drawImage", {"file": PICTURE_URL}, 0, 0, 20, 20), *fill("red", 30, 0, 5, 5))
    missing = written(("drawImage", {"file": "none.png"}, 0, 0), *fill("blue", 40, 0, 5, 5))
    answer = page.run(
        "const done = [];"
        "const job = (...jobs) => view.call({name: 'canvas', jobs}).then(() => done.push(jobs[0][0]));"
        f"await Promise.all([job(['drawOld', [1, 1], false, {commands!r}, [{PICTURE_URL!r}]]),"
        f"job(['drawOld', [1, 1], true, {missing!r}, ['none.png']]), job(['pixels', [1, 1], 0, 0, 1, 1])]); return done"
    )
    assert answer == ["drawOld", "drawOld", "pixels"]
    assert [pixel(page, OLD, x, 2) for x in (10, 32, 42)] == [BLACK, RED, BLUE]
    assert [entry[0] for entry in page.run("return logs")] == ["warn"]


def test_pixels_go_there_and_back(page: PageHarness) -> None:
    pixels = base64.b64encode(bytes([10, 20, 30, 255, *BLUE, *RED, *CLEAR])).decode()
    run(page, ["drawOld", OLD, False, written(("fillRect", 0, 0, 100, 50)), []])
    run(page, ["putPixels", OLD, {"pixels": pixels, "width": 2, "height": 2}, 30, 20])
    assert run(page, ["pixels", OLD, 30, 20, 2, 2]) == {"pixels": pixels, "width": 2, "height": 2}
    assert pixel(page, OLD, 29, 20) == BLACK


def test_picture_files(page: PageHarness) -> None:
    run(page, ["drawOld", OLD, False, written(*fill("red", 0, 0, 50, 50), *fill("blue", 50, 0, 50, 50)), []])
    whole = image_of(run(page, ["export", OLD, {}]))
    assert (whole.width(), whole.height(), whole.pixelColor(200, 10).name()) == (300, 150, "#0000ff")
    part = {"x": 40, "y": 0, "width": 20, "height": 10, "destWidth": 40, "destHeight": 20, "isJpeg": 1, "quality": 1}
    image = image_of(run(page, ["export", OLD, part]))
    assert (image.width(), image.height()) == (40, 20)
    assert image.pixelColor(5, 5).red() > 240
    assert image.pixelColor(35, 5).blue() > 240


def test_a_picture_of_a_new_canvas_counts_in_px_of_its_element(page: PageHarness) -> None:
    # 300 × 150 px on the page, drawn with two pixels for each px; the phone has three.
    halves = written(*fill("red", 0, 0, 300, 300), *fill("blue", 300, 0, 300, 300))
    run(page, ["size", NEW, 600, 300], ["draw", NEW, halves])
    half = {"x": 75, "y": 0, "width": 150, "height": 150, "destWidth": 30, "destHeight": 30}
    image = image_of(run(page, ["export", NEW, half]))
    assert [image.pixelColor(x, 15).name() for x in (2, 27)] == ["#ff0000", "#0000ff"]
    whole = image_of(run(page, ["export", NEW, {}]))
    assert (whole.width(), whole.height(), whole.pixelColor(460, 10).name()) == (900, 450, "#0000ff")
    rest = image_of(run(page, ["export", NEW, {"x": 250, "y": 100}]))
    assert (rest.width(), rest.height()) == (150, 150)


def test_a_picture_of_a_hidden_canvas_counts_in_its_pixels(page: PageHarness) -> None:
    run(page, ["size", 7, 40, 20], ["draw", 7, written(*fill("red", 0, 0, 20, 20), *fill("blue", 20, 0, 20, 20))])
    part = {"x": 10, "y": 0, "width": 20, "height": 20, "destWidth": 20, "destHeight": 20}
    image = image_of(run(page, ["export", 7, part]))
    assert [image.pixelColor(x, 10).name() for x in (2, 17)] == ["#ff0000", "#0000ff"]
    assert image_of(run(page, ["export", 7, {}])).width() == 120
    page.run("$('wx-canvas + wx-canvas').style.display = 'none'")
    run(page, ["drawOld", OLD, False, written(*fill("red", 0, 0, 50, 50), *fill("blue", 50, 0, 50, 50)), []])
    image = image_of(run(page, ["export", OLD, {"destWidth": 100, "destHeight": 50}]))
    assert [image.pixelColor(x, 10).name() for x in (47, 53)] == ["#ff0000", "#0000ff"]


def test_a_canvas_that_is_gone(page: PageHarness) -> None:
    for job in (["pixels", [9, 0], 0, 0, 1, 1], ["export", [9, 0], {}]):
        asked = f"view.call({{name: 'canvas', jobs: [{job!r}]}})"
        code = f"try {{ return await {asked} }} catch (error) {{ return error.message }}"
        assert page.run(code) == "canvas is empty"
    assert run(page, ["draw", [9, 0], []], ["size", [9, 0], 1, 1], ["drawOld", [9, 0], False, [], []]) is None


def test_a_swap_of_the_template_keeps_what_is_drawn(page: PageHarness) -> None:
    run(page, ["size", NEW, 20, 10], ["draw", NEW, written(*fill("red", 0, 0, 20, 10))])
    run(page, ["drawOld", OLD, False, written(*fill("blue", 0, 0, 100, 50)), []])
    page.apply(["K"], ["B", 0, [7, 1]])
    assert pixel(page, [7, 0], 5, 5) == RED
    assert pixel(page, [7, 1], 5, 5) == BLUE
    run(page, ["draw", NEW, written(*fill("blue", 0, 0, 5, 5))])
    assert pixel(page, [7, 0], 2, 2) == BLUE
    assert page.run("return $('wx-canvas canvas').width") == 20


@pytest.mark.parametrize("disable_scroll", [True, False])
def test_a_canvas_may_hold_the_page(harness: PageHarness, *, disable_scroll: bool) -> None:
    canvas = ("canvas", {"disableScroll": disable_scroll, "events": on("touchmove")})
    harness.open(page_of(canvas, ("view", {"style": "height: 2000px"})), stream=[])
    harness.press("wx-canvas")
    for _ in range(4):
        harness.move(0, -20)
    harness.release()
    assert (harness.run("return doc.scrollingElement.scrollTop") == 0) is disable_scroll


def test_a_very_long_old_canvas_has_fewer_pixels(page: PageHarness) -> None:
    page.run("doc.querySelectorAll('wx-canvas')[1].style.height = '8000px'")
    page.run("await until(() => doc.querySelectorAll('canvas')[1].height === 16000, 'another size')")
    run(page, ["drawOld", OLD, False, written(*fill("red", 0, 7900, 100, 100)), []])
    assert pixel(page, OLD, 50, 7990) == RED
    assert page.run("return doc.querySelectorAll('canvas')[1].width") == 200


def test_a_canvas_beyond_what_phones_draw_has_no_pixels_and_says_so(page: PageHarness) -> None:
    run(page, ["size", NEW, 16000, 16000], ["draw", NEW, written(*fill("red", 0, 0, 9, 9))])
    assert page.run("return [$('wx-canvas canvas').width, logs.length]") == [0, 1]
    assert "16000 x 16000 pixels: one may have 16777216" in page.run("return logs.splice(0)[0][1]")
    run(page, ["size", NEW, 4096, 4096], ["draw", NEW, written(*fill("red", 0, 0, 9, 9))])
    assert pixel(page, NEW, 1, 1) == RED


def test_all_canvases_of_a_program_share_a_limit(page: PageHarness) -> None:
    hidden = list(range(100, 130))
    run(page, *[["size", number, 4096, 4096] for number in hidden])
    assert "all together may have 100663296" in page.run("return logs.splice(0)[0][1]")
    drawn = "[...view.calls.canvas.store.surfaces].filter(({ canvas }) => canvas.width === 4096).length"
    assert page.run(f"return {drawn}") == 5
    run(page, ["free", hidden[:3]], ["size", NEW, 4096, 4096])
    assert page.run(f"return [{drawn}, logs.length]") == [3, 0]
    run(page, ["free", hidden])
    assert page.run(f"return {drawn}") == 1


@pytest.mark.parametrize(
    "job",
    [
        ["pixels", NEW, 0, 0, 30000, 30000],
        ["export", NEW, {"destWidth": 50000, "destHeight": 50000}],
        ["export", OLD, {"destWidth": 1e9}],
    ],
)
def test_pictures_beyond_measure_are_refused(page: PageHarness, job: list[Any]) -> None:
    asked = f"return await view.call({{name: 'canvas', jobs: [{json.dumps(job)}]}})"
    assert "more than 16777216" in page.run(f"try {{ {asked} }} catch (error) {{ return error.message }}")


def test_an_old_canvas_of_a_giant_element_has_fewer_pixels(page: PageHarness) -> None:
    page.run("$('wx-canvas:last-of-type').style.cssText = 'width:6000px;height:9000px'; await frames(3)")
    width, height = page.run("const c = $('wx-canvas:last-of-type canvas'); return [c.width, c.height]")
    assert 0 < width * height <= 4096 * 4096 * 1.001
    run(page, ["draw", OLD, written(*fill("blue", 10, 10, 90, 90))])
    assert pixel(page, OLD, 50, 50) == BLUE
