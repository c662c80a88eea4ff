"""Canvases in the logic layer: what is recorded and when it is sent, what is asked at once, what the program reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram

JS = Path(__file__).parents[4] / "runtime" / "js"
PAGE = """
Page({
  data: { n: 1, id: 'old' },
  onReady() {
    wx.createSelectorQuery().select('#new').fields({ node: true, size: true }).select('#plain').node()
      .exec(([one, two]) => {
        this.canvas = one.node;
        this.none = two.node;
        this.context = one.node.getContext('2d');
      });
  },
  draw(code) {
    const run = (0, eval)(`(function (canvas, context, page) {${code}\n})`);
    console.log(run(this.canvas, this.context, this));
  },
})
"""
FILES = {
    "pages/p/p.wxml": '<text>{{n}}</text><canvas id="new" type="2d"/>'
    '<canvas id="plain" canvas-id="{{id}}"/><c id="c"/>',
    "pages/p/p.js": PAGE,
    "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
    "c/c.wxml": '<canvas canvas-id="inner"/>',
    "c/c.js": "Component({})",
}
LISTS = re.compile(r"const (METHODS|PROPERTIES) = \[(.*?)\];", re.DOTALL)


def lists_of(file: str) -> dict[str, list[str]]:
    source = (JS / file).read_text("utf-8")
    return {name: re.findall(r"[\"'](\w+)[\"']", body) for name, body in LISTS.findall(source)}


COMMANDS = lists_of("logic/api/canvas_commands.js")


class CanvasProgram(LogicProgram):
    """A program whose page has canvases. `answers`: what the view says to questions that are waited for, by job."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.asked: list[list[Any]] = []
        super().__init__(FILES, settings={"apis": table(WECHAT.registry)})
        self.launch()
        query = self.last("view-call")
        facts = {"tag": "canvas", "type": "2d", "canvasId": "", "surface": {"width": 300, "height": 150}}
        result = [{"width": 100, "height": 50, "node": facts}, {"node": {**facts, "type": "", "canvasId": "old"}}]
        self.send(m="view-reply", request_id=query["request_id"], result=result)
        self.messages.clear()

    def ask_view(self, call: str, request_id: int) -> str:
        message = json.loads(call)
        self.messages.append(message)
        job = message["call"]["jobs"][-1]
        self.asked.append(job)
        answer = self.answers.get(job[0])
        return json.dumps({"error": "" if job[0] in self.answers else "no answer", "result": answer})

    def draw(self, code: str) -> Any:
        """Runs code with `canvas`, `context` and `page`; what it returns."""
        self.call("draw", code)
        return self.logs()[-1]

    def jobs(self) -> list[list[Any]]:
        """All canvas jobs since the last call, in order."""
        calls = [message for message in self.of("view-call") if message["call"]["name"] == "canvas"]
        self.messages.clear()
        return [job for call in calls for job in call["call"]["jobs"]]

    def reply(self, result: Any, error: str = "") -> None:
        """The view's answer to the last call."""
        self.send(m="view-reply", request_id=self.last("view-call")["request_id"], result=result, error=error)


def spelled(commands: list[Any]) -> list[list[Any]]:
    """Commands with their names."""
    found = []
    rest = list(commands)
    while rest:
        code = rest.pop(0)
        if code < 0:
            found.append([COMMANDS["PROPERTIES"][-1 - code], rest.pop(0)])
        else:
            found.append([COMMANDS["METHODS"][code // 10], *(rest.pop(0) for _ in range(code % 10))])
    return found


@pytest.fixture
def program() -> CanvasProgram:
    return CanvasProgram()


def drawn(program: CanvasProgram, code: str) -> list[list[Any]]:
    """The commands that some code leads to."""
    program.draw(code)
    return [command for job in program.jobs() if job[0] == "draw" for command in spelled(job[2])]


def test_both_sides_have_the_same_lists() -> None:
    view = lists_of("view/components/canvas/commands.js")
    assert view == COMMANDS
    assert len(COMMANDS["METHODS"]) > 30


def test_a_task_is_one_call_after_the_dom(program: CanvasProgram) -> None:
    program.draw("context.fillRect(0, 0, 1, 1); page.setData({ n: 2 }); context.fillStyle = '#F00'; context.fill();")
    sent = [message for message in program.messages if message["m"] in ("dom", "view-call")]
    assert [message["m"] for message in sent] == ["dom", "view-call"]
    assert sent[1]["request_id"] == 0
    (job,) = sent[1]["call"]["jobs"]
    assert job[:2] == ["draw", list(program.view.find(id="new"))]
    assert spelled(job[2]) == [["fillRect", 0, 0, 1, 1], ["fillStyle", "#ff0000"], ["fill"]]


def test_state_is_kept_here(program: CanvasProgram) -> None:
    code = """context.lineWidth = 3; context.save(); context.lineWidth = 5; context.lineWidth = -1;
      context.lineCap = 'no';
      context.globalAlpha = 2; context.setLineDash([1, 2, 3]); context.translate(10, 20); context.scale(2, 3);
      const seen = [context.lineWidth, context.lineCap, context.globalAlpha, context.getLineDash(),
        ...'abcdef'.split('').map((name) => context.getTransform()[name])];
      context.restore();
      return [...seen, context.lineWidth, context.getTransform().isIdentity, context.getLineDash().length];"""
    assert program.draw(code) == [5, "butt", 1, [1, 2, 3, 1, 2, 3], 2, 0, 0, 3, 10, 20, 3, True, 0]


def test_what_changes_nothing_is_not_sent(program: CanvasProgram) -> None:
    code = """context.font = '12px a'; context.font = '12px a'; context.font = '1 x';
      context.restore(); context.moveTo(NaN, 1);
      context.lineTo(1); context.fillStyle = {}; context.arc(1, 2, 3, 4, Infinity);"""
    assert drawn(program, code) == [["font", "12px a"]]


def test_gradients_paths_and_patterns_travel_by_value(program: CanvasProgram) -> None:
    code = """const g = context.createLinearGradient(0, 0, 10, 0); context.fillStyle = g; g.addColorStop(0, 'red');
      const p = canvas.createPath2D(); p.moveTo(1, 2); p.rect(0, 0, 4, 4); context.fill(p, 'evenodd');
      const tile = wx.createOffscreenCanvas({ type: '2d', width: 4, height: 4 });
      context.strokeStyle = context.createPattern(tile, 'repeat');
      return context.fillStyle === g;"""
    commands = drawn(program, code)
    assert commands == [
        ["fillStyle", {"gradient": "linear", "place": [0, 0, 10, 0], "stops": [0, "red"]}],
        ["fill", {"path": [22, 1, 2, 94, 0, 0, 4, 4], "svg": ""}, "evenodd"],
        ["strokeStyle", {"pattern": {"canvas": 1}, "repetition": "repeat", "transform": None}],
    ]


def test_a_new_size_clears_the_state(program: CanvasProgram) -> None:
    assert program.draw(
        "context.lineWidth = 4; canvas.width = 200; canvas.height = 80.9;"
        "return [canvas.width, canvas.height, context.lineWidth]"
    ) == [200, 80, 1]
    sizes = [job[2:] for job in program.jobs() if job[0] == "size"]
    assert sizes == [[200, 150], [200, 80]]


def test_measures_are_asked_once(program: CanvasProgram) -> None:
    program.answers["measure"] = {"values": [31.5, 0, 31, 9, 2, 10, 3], "isFinal": True}
    code = """context.font = '20px a'; const first = context.measureText('ab').width;
      context.font = 'normal normal 20px a';
      return [first, context.measureText('ab').fontBoundingBoxAscent]"""
    assert program.draw(code) == [31.5, 10]
    looks = {
        "font": "20px a", "textAlign": "start", "textBaseline": "alphabetic", "direction": "inherit",
        "letterSpacing": "0px",
    }  # fmt: skip
    assert program.asked == [["measure", looks, "ab"]]


def test_a_measure_while_fonts_load_is_asked_again(program: CanvasProgram) -> None:
    program.answers["measure"] = {"values": [1, 0, 1, 1, 1, 1, 1], "isFinal": False}
    program.draw("context.measureText('ab'); context.measureText('ab');")
    assert len(program.asked) == 2


def test_a_view_that_is_silent_does_not_stop_the_program(program: CanvasProgram) -> None:
    code = """return [context.measureText('abcd').width, canvas.toDataURL(), context.isPointInPath(1, 1),
      context.getImageData(0, 0, 2, 1).data.length]"""
    assert program.draw(code) == [20, "data:,", False, 8]


def test_a_question_comes_after_what_was_drawn(program: CanvasProgram) -> None:
    program.answers["pixels"] = {"pixels": "AQIDBA==", "width": 1, "height": 1}
    code = (
        "context.fillRect(0, 0, 9, 9); const i = context.getImageData(5, 6, 1, 1); return [i.width, Array.from(i.data)]"
    )
    assert program.draw(code) == [1, [1, 2, 3, 4]]
    assert [job[0] for job in program.jobs()] == ["draw", "pixels"]
    assert program.asked[0][2:] == [5, 6, 1, 1]


def test_pixels_are_put(program: CanvasProgram) -> None:
    code = "const i = canvas.createImageData(1, 1); i.data[0] = 300; i.data[3] = 255; context.putImageData(i, 2, 3);"
    assert drawn(program, code) == [["putImageData", {"pixels": "/wAA/w==", "width": 1, "height": 1}, 2, 3]]


def test_a_picture_loads_and_is_drawn(program: CanvasProgram) -> None:
    program.draw(
        """const image = canvas.createImage(); image.onload = () => { console.log(image.width, image.complete);
             context.drawImage(image, 0, 0, 10, 20); }; image.src = 'a.png';"""
    )
    (job,) = program.last("view-call")["call"]["jobs"]
    assert job == ["image", 1, "a.png"]
    program.reply({"width": 40, "height": 30})
    assert program.logs() == [[40, True]]
    assert spelled(program.jobs()[-1][2]) == [["drawImage", {"image": 1}, 0, 0, 10, 20]]


def test_a_picture_that_fails(program: CanvasProgram) -> None:
    program.draw("const i = canvas.createImage(); i.onerror = (e) => console.log(e.errMsg); i.src = 'b.png';")
    program.reply(None, "cannot load b.png")
    assert program.logs() == ["createImage:fail cannot load b.png"]


def test_what_the_program_drops_is_freed(program: CanvasProgram) -> None:
    program.draw("wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }); canvas.createImage().src = 'a';")
    program.reply({"width": 1, "height": 1})
    program.draw("context.fill()")
    program.draw("context.fill()")
    assert sorted(n for job in program.jobs() if job[0] == "free" for n in job[1]) == [1, 2]


def test_frames_come_one_by_one(program: CanvasProgram) -> None:
    program.draw(
        """const step = (t) => { console.log(typeof t); context.fill(); canvas.requestAnimationFrame(step); };
           canvas.requestAnimationFrame(step);
           canvas.cancelAnimationFrame(canvas.requestAnimationFrame(() => console.log('no')));"""
    )
    assert [job[0] for job in program.last("view-call")["call"]["jobs"]] == ["frame"]
    program.reply(None)
    assert program.logs() == ["number"]
    assert [job[0] for job in program.last("view-call")["call"]["jobs"]] == ["draw", "frame"]


def test_a_canvas_node_is_always_the_same(program: CanvasProgram) -> None:
    program.draw("wx.createSelectorQuery().select('#new').node((r) => console.log(r.node === canvas)).exec()")
    program.reply([{"node": {"type": "2d", "surface": {"width": 1, "height": 1}}}])
    assert program.logs() == [True]


def test_old_canvases_have_no_node_and_no_other_context(program: CanvasProgram) -> None:
    asked = "canvas.getContext('webgl'), canvas.getContext('bitmaprenderer'), canvas.getContext('2d') === context"
    assert program.draw(f"return [page.none, {asked}]") == [None, None, None, True]
    assert program.notices() == []


def test_a_machine_without_webgl_is_told_once(program: CanvasProgram) -> None:
    hidden = "const one = wx.createOffscreenCanvas({ type: 'webgl' });"
    assert program.draw(f"{hidden} return [one.getContext('webgl'), one.getContext('webgl')]") == [None, None]
    assert program.draw("return wx.createOffscreenCanvas({ type: '2d' }).getContext('magic')") is None
    assert program.notices() == [
        'Canvas.getContext("webgl"): the browser view of this machine has no WebGL.',
        'Canvas.getContext("magic"): it is not supported by Handset.',
    ]


OLD = """const c = wx.createCanvasContext('old'); c.setFillStyle('red'); c.setFontSize(20); c.setTextBaseline('normal');
  c.setShadow(1, 2, 3, 'blue'); c.rect(0, 0, 5, 5); c.fill(); c.drawImage('/a.png', 0, 0);
  c.fillText('x', 1, 2, undefined);
  c.setGlobalAlpha(0.5); c.setLineDash([1], 2);"""


def test_the_old_context_sends_at_draw(program: CanvasProgram) -> None:
    program.draw(f"{OLD} c.draw(true, (r) => console.log(r.errMsg)); c.draw();")
    first, second = (call["call"]["jobs"][0] for call in program.of("view-call"))
    assert first[:3] == ["drawOld", list(program.view.find(id="plain")), True]
    assert spelled(first[3]) == [
        ["fillStyle", "red"], ["font", "20px sans-serif"], ["textBaseline", "alphabetic"], ["shadowOffsetX", 1],
        ["shadowOffsetY", 2], ["shadowBlur", 3], ["shadowColor", "blue"], ["rect", 0, 0, 5, 5], ["fill"],
        ["drawImage", {"file": "/a.png"}, 0, 0], ["fillText", "x", 1, 2], ["globalAlpha", 0.5], ["setLineDash", [1]],
        ["lineDashOffset", 2],
    ]  # fmt: skip
    assert first[4] == ["/a.png"]
    assert second[2:] == [False, [], []]
    requests = [call["request_id"] for call in program.of("view-call")]
    program.send(m="view-reply", request_id=requests[0], result=None)
    assert program.logs()[-1] == "drawCanvas:ok"


def test_the_old_context_finds_canvases_of_a_component(program: CanvasProgram) -> None:
    program.draw("wx.createCanvasContext('inner', page.selectComponent('#c')).draw()")
    assert program.last("view-call")["call"]["jobs"][0][0] == "drawOld"


def test_an_old_canvas_that_is_not_there(program: CanvasProgram) -> None:
    code = "for (let i = 0; i < 2; i++) wx.createCanvasContext('gone').draw(false, (r) => console.log(r.errMsg))"
    program.call("draw", code)
    assert program.logs()[1:] == ["drawCanvas:fail canvas is empty"] * 2
    assert program.notices() == ['There is no <canvas canvas-id="gone"> in the template of this page or component.']


def test_the_names_of_the_first_year(program: CanvasProgram) -> None:
    program.draw(
        """const c = wx.createContext(); c.fillRect(0, 0, 1, 1);
           wx.drawCanvas({ canvasId: 'old', actions: c.getActions(), reserve: true });"""
    )
    assert program.last("view-call")["call"]["jobs"][0][2:] == [True, [154, 0, 0, 1, 1], []]


def test_pixels_of_an_old_canvas(program: CanvasProgram) -> None:
    program.draw(
        """wx.canvasGetImageData({ canvasId: 'old', x: 1, y: 2, width: 1, height: 1, success: (r) =>
             wx.canvasPutImageData({ canvasId: 'old', x: 5, y: 6, width: 1, data: r.data })
               .then((r) => console.log(r.errMsg)) });"""
    )
    assert program.last("view-call")["call"]["jobs"][0][2:] == [1, 2, 1, 1]
    program.reply({"pixels": "AQIDBA==", "width": 1, "height": 1})
    put = program.last("view-call")["call"]["jobs"][0]
    assert [put[0], *put[2:]] == ["putPixels", {"pixels": "AQIDBA==", "width": 1, "height": 1}, 5, 6]
    program.reply(None)
    assert program.logs() == ["canvasPutImageData:ok"]


def test_a_picture_of_a_canvas(program: CanvasProgram) -> None:
    program.draw("wx.canvasToTempFilePath({ canvas, fileType: 'jpg', fail: (r) => console.log(r.errMsg) })")
    job = program.last("view-call")["call"]["jobs"][0]
    assert (job[0], job[2]["isJpeg"]) == ("export", True)
    program.reply("AQID")
    assert ("canvasToTempFilePath", False) in program.calls
    program.call("draw", "wx.canvasToTempFilePath({ canvasId: 'gone' }).catch((r) => console.log(r.errMsg))")
    assert program.logs()[-1] == "canvasToTempFilePath:fail canvas is empty"


def test_hidden_canvases_outlive_their_page(program: CanvasProgram) -> None:
    code = """getApp().hidden = wx.createOffscreenCanvas({ type: '2d', width: 5, height: 6 });
      getApp().canvas = canvas; getApp().context = getApp().hidden.getContext('2d'); return getApp().hidden.width"""
    assert program.draw(code) == 5
    assert program.jobs() == [["size", 1, 5, 6]]
    program.open("pages/p/p")
    program.route("redirectTo", [{"step": "unload", "page_id": 1}], [2])
    program.messages.clear()
    program.evaluate("getApp().context.fill(); getApp().canvas.getContext('2d').fill()")
    (call,) = program.of("view-call")
    assert (call["page_id"], [job[:2] for job in call["call"]["jobs"]]) == (2, [["draw", 1]])


def test_what_is_drawn_before_the_first_render_comes_after_it() -> None:
    files = {
        "pages/p/p.wxml": '<canvas canvas-id="old"/><canvas id="new" type="2d"/>',
        "pages/p/p.js": """Page({
          onLoad() {
            wx.createCanvasContext('old').draw();
            wx.createSelectorQuery().select('#new').node().exec(([r]) => { r.node.getContext('2d').fill(); });
          },
          onShow() { wx.createCanvasContext('old').draw(true); },
        })""",
    }
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    program.launch()
    sent = [message for message in program.messages if message["m"] in ("dom", "view-call")]
    assert [message["m"] for message in sent] == ["dom", "view-call", "view-call", "view-call"]
    calls = [message["call"] for message in sent[1:]]
    first, query, second = ((call.get("jobs") or call["requests"])[0] for call in calls)
    old, new = list(program.view.find(canvasId="old")), list(program.view.find(id="new"))
    assert [first[:3], query["nodes"], second[:3]] == [["drawOld", old, False], [new], ["drawOld", old, True]]
    answer = [{"node": {"type": "2d", "surface": {"width": 1, "height": 1}}}]
    program.send(m="view-reply", request_id=sent[2]["request_id"], result=answer)
    assert program.last("view-call")["call"]["jobs"][0][:2] == ["draw", new]


def test_a_side_beyond_what_phones_take_is_refused() -> None:
    program = CanvasProgram()
    assert program.evaluate("wx.createOffscreenCanvas({ type: '2d', width: 4097, height: 10 })") is None
    assert program.evaluate("wx.createOffscreenCanvas({ type: '2d', width: 4096, height: 4096 }).width") == 4096
    assert program.evaluate("page.canvas.width = 5000, page.canvas.width") == 300
    assert [text.split(":")[0] for text in program.notices()] == ["wx.createOffscreenCanvas", "Canvas.width = 5000"]
