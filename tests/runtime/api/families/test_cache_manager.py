"""wx.createCacheManager: which requests a rule means, what is kept, who answers while the network is weak."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram

WEAK = "installed.apiEvent('onNetworkWeakChange', { weakNet: true, networkType: '3g' });"
GOOD = "installed.apiEvent('onNetworkWeakChange', { weakNet: false, networkType: 'wifi' });"
ANSWERED = {"data": {"n": 1}, "statusCode": 200, "errMsg": "request:ok"}


def made(program: WxProgram, option: str = "{}", *, is_weak: bool = False) -> None:
    program.word = lambda call: {"value": is_weak}
    program.run(f"globalThis.caches = wx.createCacheManager({option}); return 1")
    program.word = lambda call: None


def requests(program: WxProgram) -> list[Any]:
    return [json.loads(bytes(call.args)) for call in program.host_calls() if call.name == "request"]


ASK = """wx.request({ url: 'https://a.cn/x', data: { b: 2, a: 1 }, success: (r) => log.push(r),
  fail: (r) => log.push(['fail', r.errMsg]) });"""


def test_an_answer_is_kept_and_given_by_the_listener_while_the_network_is_weak(program: WxProgram) -> None:
    made(program, "{ origin: 'https://a.cn' }")
    program.run(
        """caches.addRule('/x');
           for (const name of ['enterWeakNetwork', 'exitWeakNetwork']) caches.on(name, () => log.push(name));
           caches.on('request', async (event) => {
             const found = caches.match(event);
             if (!found.data) throw 'nothing kept';
             log.push([event.method, found.ruleId, found.maxAge]);
             return found.data;
           });"""
    )
    program.run(ASK)
    program.answer(True, ANSWERED)
    program.run(WEAK + "log.push(caches.state);" + ASK)
    program.run("wx.request({ url: 'https://a.cn/x', data: { a: 1, b: 2 }, success: (r) => log.push(r.fromCache) });")
    program.run("wx.request({ url: 'https://a.cn/x', fail: (r) => log.push(r.errMsg) }).abort();")
    program.run(GOOD + "log.push(caches.state);" + ASK)
    asked = ["GET", "rule-1", 7 * 86_400_000]
    assert program.log() == [
        ANSWERED, "enterWeakNetwork", 1, asked, {**ANSWERED, "fromCache": True}, asked, True,
        "request:fail nothing kept", "exitWeakNetwork", 0,
    ]  # fmt: skip
    assert len(requests(program)) == 2


def test_what_no_rule_means_goes_to_the_network(program: WxProgram) -> None:
    made(program, "{ mode: 'always' }")
    program.run("caches.on('request', () => Promise.reject('no')); caches.addRule('https://b.cn/y');" + ASK)
    assert len(requests(program)) == 1


def test_a_listener_may_ask_the_network_and_have_the_answer_kept(program: WxProgram) -> None:
    made(program, "{ mode: 'always' }")
    program.run(
        "caches.addRule(/a.cn/); caches.on('request', (e) => e.request({ needUpdateCache: true }));" + ASK
        + "globalThis.again = () => log.push(caches.match({ url: 'https://a.cn/x', data: { a: 1, b: 2 } }).data.data);"
    )  # fmt: skip
    program.answer(True, ANSWERED)
    program.run("again();")
    assert program.log() == [ANSWERED, {"n": 1}]


@pytest.mark.parametrize(
    ("forget", "is_left"),
    [
        ("clearCaches()", False), ("clearRules()", False), ("deleteRule('r')", False), ("deleteRules(['r'])", False),
        ("deleteCache(id)", False), ("deleteCaches([id])", False), ("deleteCache('other')", True),
        ("deleteRule('other')", True),
    ],
)  # fmt: skip
def test_rules_and_caches_are_forgotten(program: WxProgram, forget: str, is_left: bool) -> None:
    made(program)
    program.run("caches.addRules([{ id: 'r', url: 'https://a.cn/x' }]);" + ASK)
    program.answer(True, ANSWERED)
    program.run(
        f"""const asked = {{ url: 'https://a.cn/x', data: {{ a: 1, b: 2 }} }};
            const id = caches.match(asked).cacheId; caches.{forget};
            log.splice(0); log.push(caches.match(asked).data !== undefined);"""
    )
    assert program.log() == [is_left]


def test_a_manager_without_mode_is_started_and_stopped_by_hand(program: WxProgram) -> None:
    made(program, "{ mode: 'none', maxAge: 1e15 }", is_weak=True)
    program.run(
        """log.push(caches.state, caches.maxAge / 86400000); caches.start(); log.push(caches.state); caches.stop();
           log.push(caches.state, wx.createCacheManager({ mode: 'always' }) === caches);"""
    )
    assert program.log() == [0, 30, 1, 0, True]


def test_a_program_that_starts_in_a_weak_network_is_told(program: WxProgram) -> None:
    made(program, is_weak=True)
    assert program.run("caches.state") == 1


@pytest.mark.parametrize(
    ("values", "weak"), [({}, False), ({"network.loss": 50}, True), ({"network.type": "none"}, True)]
)
def test_the_world_says_whether_the_network_is_weak(host: FakeHost, values: dict[str, Any], weak: bool) -> None:
    host.play(values)
    assert host.call_sync("createCacheManager").result == {"value": weak, "errMsg": "createCacheManager:ok"}


@pytest.mark.parametrize(
    ("rule", "asked", "holds"),
    [
        ("'/abc'", "{ url: 'https://a.cn/abc' }", True),
        ("'/abc'", "{ url: 'https://b.cn/abc' }", False),
        ("'https://b.cn/abc'", "{ url: 'https://b.cn/abc?x=1' }", True),
        ("'GET /abc'", "{ url: 'https://a.cn/abc', method: 'POST' }", False),
        ("'/abc/:id'", "{ url: 'https://a.cn/abc/123' }", True),
        ("'/abc/:id'", "{ url: 'https://a.cn/abc/123/x' }", False),
        ("'/abc?aa'", "{ url: 'https://a.cn/abc?aa=haha&b=1' }", True),
        ("'/abc?aa'", "{ url: 'https://a.cn/abc' }", False),
        ("'/abc?dd=haha'", "{ url: 'https://a.cn/abc?dd=123' }", False),
        (r"/\/(abc|cba)$/g", "{ url: 'https://a.cn/cba' }", True),
        (r"/\/(abc|cba)$/g", "{ url: 'https://b.cn/cba' }", False),
        (r"/^https:\/\/b.cn\/abc$/", "{ url: 'https://b.cn/abc' }", True),
        ("{ url: '/abc', method: 'post' }", "{ url: 'https://a.cn/abc', method: 'POST' }", True),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: { type: 'string' } }] }",
         "{ url: 'https://a.cn/abc', data: { a: 1 } }", False),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: [{ type: 'number' }, { type: 'string' }] }] }",
         "{ url: 'https://a.cn/abc', data: { a: 1 } }", True),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: { type: 'string', value: /^b/ } }] }",
         "{ url: 'https://a.cn/abc', data: { a: 'bc' } }", True),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: { type: 'number', value: (v) => v > 3 } }] }",
         "{ url: 'https://a.cn/abc', data: { a: 3 } }", False),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: { type: 'object', value: [{ name: 'b', "
         "schema: { type: 'number[]' } }] } }] }", "{ url: 'https://a.cn/abc', data: { a: { b: [1, 2] } } }", True),
        ("{ url: '/abc', dataSchema: [{ name: 'a', schema: { type: 'any[]' } }] }",
         "{ url: 'https://a.cn/abc', data: 'text' }", False),
        ("{ url: '/abc', dataSchema: [null, 3] }", "{ url: 'https://a.cn/abc' }", False),
        ("null", "{ url: 'https://a.cn/abc' }", False),
    ],
)  # fmt: skip
def test_what_a_rule_means(program: WxProgram, rule: str, asked: str, holds: bool) -> None:
    made(program, "{ mode: 'always', origin: 'https://a.cn' }")
    program.run(f"caches.addRule({rule}); caches.on('request', () => log.push('asked')); wx.request({asked});")
    assert program.log() == (["asked"] if holds else [])
