"""Cloud functions with the Node.js of this computer; each test is a small project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.cloud.failure import CloudFailure
from runtime.protocol.cloud import Begin
from simulator.cloud.desk import CloudDesk

pytestmark = pytest.mark.npm


class Project:
    """`call` runs a function whose text is given; `lines` are what functions have written."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "functions"
        self.root.mkdir()
        self.lines: list[tuple[str, str, str]] = []
        begin = Begin(str(folder / "cloud"), str(self.root), appid="wx1", is_trusted=True)
        self.desk = CloudDesk(begin, lambda *line: self.lines.append(line))

    def write(self, name: str, text: str, **others: str) -> None:
        (self.root / name).mkdir(exist_ok=True)
        (self.root / name / "index.js").write_text(text, "utf-8")
        for file, content in others.items():
            (self.root / name / f"{file}.json").write_text(content, "utf-8")

    def call(self, text: str, data: Any = None, name: str = "f", **others: str) -> Any:
        self.write(name, text, **others)
        return self.ask("WxCloud.callFunction", name=name, data=data)["result"]

    def ask(self, api: str, /, **args: Any) -> Any:
        return self.desk.service.ask(api, args, "me")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project(tmp_path)
    yield made
    made.desk.close()


SDK = "const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });"


def test_a_function_gets_its_data_and_who_asks(project: Project) -> None:
    text = SDK + "exports.main = async (event) => ({ sum: event.a + event.b, who: cloud.getWXContext() })"
    assert project.call(text, {"a": 1, "b": 2}) == {
        "sum": 3, "who": {"OPENID": "me", "APPID": "wx1", "ENV": "desk", "SOURCE": "wx_client"},
    }  # fmt: skip


def test_a_saved_function_is_hot(project: Project) -> None:
    assert [project.call(f"exports.main = () => {number}") for number in (1, 2)] == [1, 2]
    assert project.call("exports.main = () => {}") is None


def test_our_module_does_what_the_official_one_does(project: Project) -> None:
    text = (
        SDK
        + """const db = cloud.database(), _ = db.command;
        exports.main = async () => {
          const { _id } = await db.collection('c').add({ data: { n: 1, when: new Date(7), at: db.serverDate() } });
          await db.collection('c').doc(_id).update({ data: { n: _.inc(4), tags: _.push(['a']) } });
          await db.collection('c').where({ n: _.gt(9) }).remove();
          const { data } = await db.collection('c').where({ n: _.gte(5), _id }).get();
          const sum = await db.collection('c').aggregate().group({ _id: null, n: _.aggregate.sum('$n') }).end();
          await db.runTransaction(async (t) => { await t.collection('c').doc(_id).update({ data: { n: 6 } }); });
          const kept = await db.runTransaction(async (t) => {
            await t.collection('c').doc(_id).remove(); await t.rollback('no'); }).catch((why) => why);
          const after = await db.collection('c').doc(_id).get();
          const up = await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('text') });
          const down = await cloud.downloadFile({ fileID: up.fileID });
          const { fileList } = await cloud.getTempFileURL({ fileList: [up.fileID] });
          const fetched = await (await fetch(fileList[0].tempFileURL)).text();
          const missing = await cloud.openapi.security.msgSecCheck({ content: 'x' }).catch((e) => e.errMsg);
          const none = await db.collection('c').doc('none').get().catch((e) => e.errCode);
          return [data[0].when.getTime(), data[0].at instanceof Date, data[0].tags, sum.list, kept, after.data.n,
            down.fileContent.toString(), fetched, missing, none];
        }"""
    )
    assert project.call(text) == [
        7, True, ["a"], [{"n": 5, "_id": None}], "no", 6, "text", "text",
        "openapi.security.msgSecCheck:fail not supported by Handset", -1,
    ]  # fmt: skip


def test_bytes_in_documents_need_no_node_with_base64_of_its_own(project: Project) -> None:
    text = (
        "delete Uint8Array.fromBase64; delete Uint8Array.prototype.toBase64;"
        + SDK
        + """const files = cloud.database().collection('files');
        exports.main = async () => {
          await files.add({ data: { _id: 'a', bytes: new Uint8Array([0, 255, 7]).buffer } });
          await files.doc('a').update({ data: { part: new Uint8Array([1, 2, 3]).subarray(1) } });
          const { data } = await files.doc('a').get();
          return [data.bytes instanceof ArrayBuffer, ...[data.bytes, data.part].map((one) => [...new Uint8Array(one)])];
        }"""
    )
    assert project.call(text) == [True, [0, 255, 7], [2, 3]]


def test_a_developer_fires_timers_and_requests(project: Project) -> None:
    text = SDK + "exports.main = (event) => [event.TriggerName || event.httpMethod, cloud.getWXContext()]"
    project.write("f", text, config='{"triggers": [{"name": "nightly", "type": "timer", "config": "0 0 2 * * * *"}]}')

    def fired(api: str, **args: Any) -> Any:
        return project.desk.service.ask(api, {"name": "f", **args})

    assert fired("Panel.function") == {"timers": [{"name": "nightly", "schedule": "0 0 2 * * * *"}]}
    assert fired("Panel.timer", timer="nightly")["result"] == [
        "nightly", {"APPID": "wx1", "ENV": "desk", "SOURCE": "wx_trigger"},
    ]  # fmt: skip
    assert fired("Panel.http", request="POST /a", body="{}")["result"][1]["SOURCE"] == "wx_http"


def test_a_function_cannot_name_files_of_this_computer(project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    asked = (
        "const ask = async (name, args) => (await (await fetch(process.env.HANDSET_CLOUD + '/ask', { method: 'POST',"
        " body: JSON.stringify({ name, args }) })).json());"
    )
    text = (
        asked
        + """exports.main = async ({ source, target }) => {
      const { fileID } = (await ask('WxCloud.uploadFile', { cloudPath: 'a.txt', source })).result;
      const { content } = (await ask('WxCloud.downloadFile', { fileID, target })).result;
      return content;
    }"""
    )
    data = {"source": str(tmp_path / "secret.txt"), "target": str(tmp_path / "out.txt")}
    assert project.call(text, data) == ""
    assert not (tmp_path / "out.txt").exists()


def test_functions_call_each_other_but_not_without_end(project: Project) -> None:
    project.write("other", SDK + "exports.main = (event) => [event.x, cloud.getWXContext().OPENID]")
    text = SDK + "exports.main = async () => (await cloud.callFunction({ name: 'other', data: { x: 1 } })).result"
    assert project.call(text) == [1, "me"]
    with pytest.raises(CloudFailure, match="without end"):
        project.call(SDK + "exports.main = () => cloud.callFunction({ name: 'f' })")


def test_what_functions_write_is_told(project: Project) -> None:
    project.call("exports.main = () => { console.log('hello', { a: 1 }); console.error('bad') }")
    assert sorted(project.lines) == [("f", "error", "bad"), ("f", "log", "hello { a: 1 }")]


def test_ten_megabytes_of_output_are_cut(project: Project) -> None:
    assert project.call("exports.main = () => { console.log('x'.repeat(1e7)); return 1 }") == 1
    assert sum(len(text) for _, _, text in project.lines) < 300_000
    assert project.lines[-1][2] == "… the rest of what it writes is left out"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("exports.main = () => { throw new Error('mine') }", r"-504002.*mine.*index\.js:1"),
        ("exports.main = () => Promise.reject('text')", "-504002.*text"),
        ("exports.main = () => { while (true) {} }", "-504003.*timed out after 1 seconds"),
        ("exports.main = () => new Promise(() => setInterval(() => {}, 99))", "-504003.*timed out"),
        ("exports.main = () => process.exit(3)", r"-504002.*exit code 3"),
        ("exports.main = () => ({ get a() { throw new Error('garbage') } })", "-504002.*garbage"),
        ("const a = {}; a.a = a; exports.main = () => a", "-504002.*circular"),
        ("exports.main = () => 10n", "-504002.*BigInt"), ("exports.other = 1", "-504002.*exports.main is no function"),
        ("exports.main = () => {", "-504002.*"), ("require('none')", "-504002.*none"),
        ("setTimeout(() => { throw new Error('late') }); exports.main = () => new Promise(() => {})", "-504002.*"),
    ],
)  # fmt: skip
def test_a_function_that_fails_says_why(project: Project, text: str, why: str) -> None:
    config = {"config": '{"timeout": 1}'} if "-504003" in why else {}
    with pytest.raises(CloudFailure) as caught:
        project.call(text, **config)
    assert re.search(why, f"{caught.value.code} {caught.value.reason}", re.DOTALL), caught.value.reason


@pytest.mark.parametrize("name", ["none", "..", "../functions/f", "", "a/b", "c\0d"])
def test_a_function_that_is_not_there(project: Project, name: str) -> None:
    project.write("f", "exports.main = () => 1")
    with pytest.raises(CloudFailure):
        project.ask("WxCloud.callFunction", name=name)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("require('fs').readFileSync('{outside}', 'utf8')", False),
        ("require('fs').writeFileSync('{outside}', 'x')", False),
        ("require('fs').writeFileSync(__dirname + '/new', 'x')", False),
        ("require('child_process').execSync('id')", False), ("new (require('worker_threads').Worker)('x')", False),
        ("require('fs').writeFileSync(process.env.TMPDIR + '/a', 'x')", True),
        ("require('fs').readFileSync(__filename, 'utf8')", True),
        ("process.env.HANDSET_TEST_SECRET === undefined || undefined.x", True),
    ],
)  # fmt: skip
def test_a_function_has_its_own_files_and_no_secrets(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, allowed: bool
) -> None:
    monkeypatch.setenv("HANDSET_TEST_SECRET", "secret")
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", "utf-8")
    code = "exports.main = () => { try { " + text.replace("{outside}", str(outside)) + "; return true } catch { } }"
    assert project.call(code) is (True if allowed else None)
