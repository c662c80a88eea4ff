"""Objects of `wx` behind a Proxy that wraps every object reached through it, as reactive stores of frameworks do."""

from __future__ import annotations

import pytest

from tests.support.wx_program import WxProgram

PRELUDE = """
const wrap = (value) => value === null || typeof value !== 'object' ? value
  : new Proxy(value, { get: (target, key, self) => wrap(Reflect.get(target, key, self)) });
nodes['#c'] = [{ ref: [1, 0], tag: 'canvas', id: 'c', dataset: {}, mark: {} }];
let canvas;
wx.createSelectorQuery().select('#c').node((r) => { canvas = r.node }).exec();
viewCalls.pop().done('', [{ node: { type: '2d', surface: [1, 0], width: 9, height: 9 } }]);
"""


CONTEXT = "canvas.getContext('2d')"


@pytest.mark.parametrize(
    ("made", "use"),
    [
        ("wx.createSelectorQuery()", "o.select('#c').boundingClientRect().selectViewport().scrollOffset().exec()"),
        ("wx.createSelectorQuery()", "o.in({pageId: 1}).selectAll('#c').fields({id: true}).exec()"),
        ("wx.createIntersectionObserver()", "o.relativeTo('#c').relativeToViewport().observe('#c', () => 0)"),
        ("wx.createIntersectionObserver()", "o.observe('#c', () => 0); o.disconnect()"),
        ("installed.createMediaQueryObserver({pageId: 1})", "o.observe({}, () => 0); o.disconnect()"),
        ("wx.createAnimation({duration: 9})", "o.opacity(1).translateX(5).width(3).step().export().actions.length"),
        ("installed.openerChannel(1)", "o.on('a', () => 0); o.once('a', () => 0); o.emit('a'); o.off('a')"),
        ("wx.request({url: 'x', fail() {}})", "o.abort()"),
        ("wx.getFileSystemManager()", "o.access({path: 'x', fail() {}})"),
        ("wx.createCanvasContext('x')", "o.setFillStyle('red'); o.font = '9px a'; o.drawImage('a', 0, 0); o.draw()"),
        ("canvas", "o.width = 5; o.height = o.width; o.requestAnimationFrame(() => 0); o.createImageData(1, 1)"),
        (CONTEXT, "o.fillStyle = 'red'; o.save(); o.scale(2, 2); o.setLineDash([1]); o.getLineDash(); o.restore()"),
        (f"{CONTEXT}.createLinearGradient(0, 0, 1, 1)", f"o.addColorStop(0, 'red'); {CONTEXT}.fillStyle = o"),
        ("canvas.createImage()", f"o.src = 'a.png'; {CONTEXT}.drawImage(o, 0, 0); o.complete"),
        ("canvas.createImage()", f"wrap({{c: {CONTEXT}}}).c.createPattern(o, 'repeat')"),
        ("wx.createOffscreenCanvas({type: '2d', width: 9, height: 9})", "o.getContext('2d').fillRect(0, 0, 1, 1)"),
        ("wx.getUpdateManager()", "o.onUpdateReady(() => 0); o.onCheckForUpdate(() => 0)"),
        ("wx.createInnerAudioContext()", "o.src = 'a'; o.onPlay(() => 0); o.stop()"),
        ("wx.createVideoContext('x')", "o.play(); o.seek(1)"),
        ("wx.getRealtimeLogManager()", "o.info('x')"),
        ("wx.getPerformance()", "o.getEntries()"),
    ],
)
def test_it_works_behind_a_proxy(program: WxProgram, made: str, use: str) -> None:
    # A fault shows as an exception out of here.
    program.run(f"{PRELUDE}; const {{ o }} = wrap({{ o: {made} }}); {use}; installed.flush(); return 1")


def test_a_proxied_object_does_what_it_does_without(program: WxProgram) -> None:
    program.run(
        f"{PRELUDE}; const {{ c, i }} = wrap({{ c: {CONTEXT}, i: canvas.createImage() }}); i.src = 'a.png';"
        "c.drawImage(i, 1, 2); c.lineWidth = 7; installed.flush(); log.push(canvas.getContext('2d').lineWidth)"
    )
    assert program.log() == [7]
    jobs = program.run("viewCalls.flatMap(({ call }) => call.jobs)")
    assert [job[0] for job in jobs] == ["image", "draw"]
