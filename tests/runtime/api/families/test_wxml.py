"""Selector queries, observers, scrolling, animations, event channels: what the view is asked, what the program gets."""

from __future__ import annotations

from tests.support.wx_program import WxProgram

SWITCHED = {"name": "setSwitch", "switch": "scrollEnabled", "value": False}
NODES = """
nodes['.a'] = [
  { ref: [3, 1], tag: 'view', id: 'one', dataset: { k: 1 }, mark: {} },
  { ref: [4, 1], tag: 'view', id: 'two', dataset: {}, mark: { m: 2 } },
];
nodes['#s'] = [{ ref: [1, 0], tag: 'scroll-view', id: 's', dataset: {}, mark: {} }];
"""


def test_a_query_asks_the_view_and_adds_what_the_logic_layer_knows(program: WxProgram) -> None:
    program.run(
        NODES
        + """wx.createSelectorQuery().select('.a').boundingClientRect((r) => log.push(['own', r.id]))
             .selectAll('.a').fields({ size: true, mark: true, properties: ['scrollX'] })
             .select('.none').boundingClientRect().selectAll('.none').boundingClientRect()
             .selectViewport().scrollOffset()
             .exec((r) => log.push(r));"""
    )
    call = program.run("({ ...viewCalls[0], done: undefined })")
    assert call["pageId"] == 1
    assert call["call"] == {
        "name": "query",
        "requests": [
            {"nodes": [[3, 1]], "all": False, "fields": {"rect": True, "size": True}},
            {"nodes": [[3, 1], [4, 1]], "all": True, "fields": {"size": True, "properties": ["scrollX"]}},
            {"nodes": None, "all": False, "fields": {"rect": True, "size": True}},
            {"nodes": None, "all": True, "fields": {"rect": True, "size": True}},
            {"nodes": "viewport", "all": False, "fields": {"scrollOffset": True}},
        ],
    }
    program.run(
        """viewCalls[0].done('', [{ left: 1, top: 2, width: 3, height: 4 },
             [{ width: 3, scrollX: true }, { width: 5 }], null, [], { scrollTop: 9 }]);"""
    )
    assert program.log() == [
        ["own", "one"],
        [
            {"id": "one", "dataset": {"k": 1}, "left": 1, "top": 2, "width": 3, "height": 4},
            [{"mark": {}, "width": 3, "scrollX": True}, {"mark": {"m": 2}, "width": 5}],
            None,
            [],
            {"id": "", "dataset": {}, "scrollTop": 9},
        ],
    ]


def test_a_query_in_a_component_and_a_second_exec(program: WxProgram) -> None:
    program.run(
        NODES + "const q = wx.createSelectorQuery().in({ pageId: 7 }); q.select('.a').node(); q.exec(); q.exec();"
    )
    assert program.run("viewCalls.map((call) => [call.pageId, call.call.requests.length])") == [[7, 1], [7, 1]]


def test_a_scroll_view_node_scrolls(program: WxProgram) -> None:
    program.run(NODES + "wx.createSelectorQuery().select('#s').node((r) => { globalThis.s = r.node; }).exec();")
    program.run("viewCalls[0].done('', [{}]); s.scrollTo({ top: 5 }); s.scrollEnabled = false;")
    assert program.run("viewCalls.slice(1).map(({ call }) => call)") == [
        {"name": "element", "id": 1, "node": 0, "call": {"name": "scrollTo", "options": {"top": 5}}},
        {"name": "element", "id": 1, "node": 0, "call": SWITCHED},
    ]


def test_an_intersection_observer(program: WxProgram) -> None:
    program.run(
        NODES
        + """const o = wx.createIntersectionObserver(null, { thresholds: [0, 0.5], observeAll: true });
             o.relativeTo('#s', { top: 1 }).relativeToViewport({ bottom: 10 }).observe('.a', (r) => log.push(r));
             installed.observerEvent({ key: 1, index: 1, intersectionRatio: 0.5 });
             o.disconnect(); installed.observerEvent({ key: 1, index: 0, intersectionRatio: 1 });"""
    )
    assert program.log() == [{"id": "two", "dataset": {}, "intersectionRatio": 0.5}]
    assert program.run("viewCalls.map(({ call }) => call)") == [
        {
            "name": "observe", "key": 1, "nodes": [[3, 1], [4, 1]], "thresholds": [0, 0.5], "initialRatio": 0,
            "relative": [{"nodes": [[1, 0]], "margins": {"top": 1}}, {"nodes": "viewport", "margins": {"bottom": 10}}],
        },
        {"name": "unobserve", "key": 1},
    ]  # fmt: skip


def test_a_media_query_observer(program: WxProgram) -> None:
    program.run(
        """const o = installed.createMediaQueryObserver({ pageId: 4 });
           o.observe({ minWidth: 300 }, (r) => log.push(r)); installed.observerEvent({ key: 1, matches: true });
           o.disconnect();"""
    )
    assert program.log() == [{"matches": True}]
    asked = program.run("viewCalls.map((call) => [call.pageId, call.call.name])")
    assert asked == [[4, "mediaQuery"], [4, "unobserve"]]


def test_scrolling_the_page(program: WxProgram) -> None:
    program.run(NODES + "wx.pageScrollTo({ scrollTop: 30, ...outcome('s') });")
    program.run("viewCalls[0].done('', {}); wx.pageScrollTo({ selector: '.a', offsetTop: 5, duration: 0 });")
    assert program.run("viewCalls.map(({ call }) => call)") == [
        {"name": "pageScroll", "scrollTop": 30, "duration": 300},
        {"name": "pageScroll", "rectOf": [3, 1], "offsetTop": 5, "duration": 0},
    ]  # fmt: skip
    assert program.log() == [
        ["s", "success", {"errMsg": "pageScrollTo:ok"}],
        ["s", "complete", {"errMsg": "pageScrollTo:ok"}],
    ]
    program.run("wx.pageScrollTo({ selector: '.none', fail: (r) => log.push(r.errMsg) })")
    assert program.log() == ['pageScrollTo:fail no node matches ".none"']


def test_an_animation_keeps_what_earlier_steps_have_set(program: WxProgram) -> None:
    exported = program.run(
        """const a = wx.createAnimation({ duration: 100, timingFunction: 'ease' });
           a.opacity(0).translateX(10).step().width(50).rotate(45).step({ duration: 200 }); return a.export();"""
    )
    first = [{"type": "style", "args": ["opacity", 0]}, {"type": "translateX", "args": [10]}]
    second = [*first, {"type": "style", "args": ["width", "50px"]}, {"type": "rotate", "args": [45]}]
    origin = "50% 50% 0"
    assert exported == {
        "actions": [
            {"animates": first, "option": {
                "transformOrigin": origin, "transition": {"duration": 100, "timingFunction": "ease", "delay": 0}}},
            {"animates": second, "option": {
                "transformOrigin": origin, "transition": {"duration": 200, "timingFunction": "ease", "delay": 0}}},
        ]
    }  # fmt: skip
    assert program.run("const b = wx.createAnimation(); b.step().export(); return b.export();") == {"actions": []}


def test_the_options_of_an_animation_can_be_read_and_changed_between_steps(program: WxProgram) -> None:
    options = program.run(
        """const a = wx.createAnimation({ duration: 300, delay: 5 }); const before = JSON.stringify(a.option);
           a.option.transition.duration = 0; a.option.transformOrigin = '0 0 0';
           return [before, a.opacity(1).step().step({ duration: 9 }).export().actions.map((one) => one.option)];"""
    )
    default = '{"transition":{"duration":300,"timingFunction":"linear","delay":5},"transformOrigin":"50% 50% 0"}'
    transition = {"timingFunction": "linear", "delay": 5}
    assert options == [
        default,
        [
            {"transformOrigin": "0 0 0", "transition": {"duration": 0, **transition}},
            {"transformOrigin": "0 0 0", "transition": {"duration": 9, **transition}},
        ],
    ]


def test_the_style_of_a_page_is_set(program: WxProgram) -> None:
    program.run("wx.setPageStyle({ style: { overflow: 'hidden', opacity: 0 }, ...outcome('s') });")
    assert program.run("viewCalls.map(({ call }) => call)") == [
        {"name": "pageStyle", "style": {"overflow": "hidden", "opacity": "0"}},
    ]  # fmt: skip
    program.run("viewCalls[0].done('', null);")
    assert program.log()[0] == ["s", "success", {"errMsg": "setPageStyle:ok"}]
    program.run("wx.setPageStyle({ style: {} }).catch((r) => log.push(r.errMsg)); viewCalls[1].done('gone');")
    assert program.log()[-1] == "setPageStyle:fail gone"
