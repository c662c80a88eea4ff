"""wx.cloud of a program, answered by a real environment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.cloud_program import CloudProgram


@pytest.fixture
def cloud(tmp_path: Path) -> Iterator[CloudProgram]:
    program = CloudProgram(tmp_path)
    yield program
    program.close()


DOCS: list[dict[str, Any]] = [
    {"_id": "a", "n": 1, "s": "apple", "tags": ["x", "y"], "o": {"x": 1, "y": 2}, "arr": [{"k": 1, "v": 2}]},
    {"_id": "b", "n": 5, "s": "banana", "tags": ["y"], "o": {"x": 2}, "arr": [{"k": 3, "v": 9}]},
    {"_id": "c", "n": 10, "s": "Cherry", "tags": [], "o": {"x": 3}, "z": None},
]
PLACES: list[dict[str, Any]] = [
    {"_id": "a", "at": {"type": "Point", "coordinates": [113.3, 23.1]}},
    {"_id": "b", "at": {"type": "Point", "coordinates": [113.4, 23.2]}},
    {"_id": "c", "at": {"type": "Point", "coordinates": [120.0, 30.0]}},
]
CORNERS = "[[113,23],[114,23],[114,24],[113,24],[113,23]]"
AREA = f"db.Geo.Polygon([db.Geo.LineString({CORNERS}.map((p) => db.Geo.Point(...p)))])"


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        ("{ n: 5 }", "b"), ("{ n: _.eq(5) }", "b"), ("{ n: _.neq(5) }", "ac"), ("{ n: _.lt(5) }", "a"),
        ("{ n: _.lte(5) }", "ab"), ("{ n: _.gt(5) }", "c"), ("{ n: _.gte(5) }", "bc"), ("{ n: _.in([1, 10]) }", "ac"),
        ("{ n: _.nin([1, 10]) }", "b"), ("{ n: _.gt(1).and(_.lt(10)) }", "b"), ("{ n: _.gt(1).lt(10) }", "b"),
        ("{ n: _.eq(1).or(_.eq(10)) }", "ac"), ("{ n: _.or(_.lt(2), _.gt(6)) }", "ac"), ("{ n: _.not(_.gt(1)) }", "a"),
        ("{ n: _.or([1, 10]) }", "ac"), ("_.or([{ n: 1 }, { s: 'banana' }])", "ab"), ("{ n: _.nor([1, 5]) }", "c"),
        ("_.and([{ n: _.gt(1) }, _.or([{ s: 'banana' }, { n: 1 }])])", "b"), ("{ z: _.exists(true) }", "c"),
        ("{ n: _.mod(5, 0) }", "bc"), ("{ n: _.mod([5, 1]) }", "a"), ("{ tags: _.all(['x', 'y']) }", "a"),
        ("{ arr: _.elemMatch({ k: _.gte(1), v: _.gt(4) }) }", "b"), ("{ tags: _.elemMatch(_.eq('x')) }", "a"),
        ("{ tags: _.size(1) }", "b"), ("{ tags: 'y' }", "ab"), ("{ s: /^c/i }", "c"), ("{ o: { x: 2 } }", "b"),
        ("{ s: db.RegExp({ regexp: 'an', options: 'i' }) }", "b"), ("{ 'o.x': _.gt(1) }", "bc"), ("{}", "abc"),
        ("{ o: { x: _.gt(1), y: _.exists(false) } }", "bc"), ("_.expr($.gt(['$n', $.multiply(['$o.x', 3])]))", "c"),
        ("{ _id: 'b' }", "b"), ("{ _id: _.in(['a', 'c']) }", "ac"), ("{ s: db.RegExp({ regexp: '(?<q>pp)' }) }", "a"),
    ],
)  # fmt: skip
def test_a_condition_finds_its_documents(cloud: CloudProgram, condition: str, ids: str) -> None:
    cloud.put("c", *DOCS)
    found = cloud.tell(f"db.collection('c').where({condition}).get()")
    assert "".join(sorted(one["_id"] for one in found["data"])) == ids
    assert cloud.tell(f"db.collection('c').where({condition}).count()") == {
        "total": len(ids), "errMsg": "collection.count:ok",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        ("{ at: _.geoNear({ geometry: db.Geo.Point(113.41, 23.2), maxDistance: 20000 }) }", "ba"),
        ("{ at: _.geoNear({ geometry: db.Geo.Point(113.3, 23.1), minDistance: 1000, maxDistance: 20000 }) }", "b"),
        (f"{{ at: _.geoWithin({{ geometry: {AREA} }}) }}", "ab"),
        ("{ at: _.geoWithin({ centerSphere: [[113.3, 23.1], 20 / 6378.1] }) }", "ab"),
        (f"{{ at: _.geoIntersects({{ geometry: {AREA} }}) }}", "ab"),
    ],
)
def test_places_are_found(cloud: CloudProgram, condition: str, ids: str) -> None:
    cloud.put("p", *PLACES)
    assert "".join(one["_id"] for one in cloud.tell(f"db.collection('p').where({condition}).get()")["data"]) == ids


@pytest.mark.parametrize(
    ("data", "path", "value"),
    [
        ("{ n: 7 }", "n", 7), ("{ n: _.inc(2) }", "n", 3), ("{ n: _.mul(3) }", "n", 3),
        ("{ n: _.bit({ or: 6 }) }", "n", 7), ("{ none: _.bit({ xor: 5, and: 4 }) }", "none", 4),
        ("{ n: _.min(0) }", "n", 0),
        ("{ n: _.max(9) }", "n", 9), ("{ s: _.remove() }", "s", None), ("{ s: _.rename('t') }", "t", "apple"),
        ("{ o: { x: 9 } }", "o", {"x": 9, "y": 2}), ("{ o: _.set({ z: 1 }) }", "o", {"z": 1}),
        ("{ 'o.x': _.inc(1) }", "o", {"x": 2, "y": 2}), ("{ tags: _.push('z') }", "tags", ["x", "y", "z"]),
        ("{ tags: _.push(['p', 'q']) }", "tags", ["x", "y", "p", "q"]), ("{ tags: _.pop() }", "tags", ["x"]),
        ("{ tags: _.push({ each: ['b', 'a'], position: 1, slice: 3 }) }", "tags", ["x", "b", "a"]),
        ("{ tags: _.push({ each: ['a'], sort: 1 }) }", "tags", ["a", "x", "y"]), ("{ tags: _.shift() }", "tags", ["y"]),
        ("{ tags: _.unshift(['a', 'b']) }", "tags", ["a", "b", "x", "y"]), ("{ tags: _.pull('x') }", "tags", ["y"]),
        ("{ arr: _.pull({ v: _.lt(3) }) }", "arr", []), ("{ tags: _.pull(_.in(['x'])) }", "tags", ["y"]),
        ("{ tags: _.pullAll(['x', 'y']) }", "tags", []), ("{ tags: _.addToSet('x') }", "tags", ["x", "y"]),
        ("{ tags: _.addToSet({ each: ['x', 'q'] }) }", "tags", ["x", "y", "q"]), ("{ tags: [] }", "tags", []),
    ],
)  # fmt: skip
def test_a_change_changes_what_it_says(cloud: CloudProgram, data: str, path: str, value: object) -> None:
    cloud.put("c", {**DOCS[0], "_openid": cloud.host.world["user.openId"]})
    done = cloud.tell(f"db.collection('c').doc('a').update({{ data: {data} }})")
    is_change = value != DOCS[0].get(path, {})
    assert done == {"stats": {"updated": int(is_change)}, "errMsg": "document.update:ok"}
    assert cloud.tell("db.collection('c').doc('a').get()")["data"].get(path) == value


@pytest.mark.parametrize(
    ("stages", "last"),
    [
        ("match({ n: _.gt(1) }).group({ _id: null, t: $.sum('$n'), m: $.max('$n'), a: $.avg('$n') })",
         {"_id": None, "t": 15, "m": 10, "a": 7.5}),
        ("project({ _id: 0, y: $.add(['$n', 1]) }).sort({ y: -1 }).limit(1)", {"y": 11}),
        ("sort({ n: -1 }).skip(1).limit(1).project({ n: 1 })", {"_id": "b", "n": 5}),
        ("unwind('$tags').sortByCount('$tags').limit(1)", {"_id": "y", "count": 2}),
        ("addFields({ q: $.multiply(['$n', 2]) }).match({ q: 20 }).project({ q: 1, _id: 0 })", {"q": 20}),
        ("match({ _id: 'b' }).replaceRoot({ newRoot: '$o' })", {"x": 2}), ("count('all')", {"all": 3}),
        ("bucket({ groupBy: '$n', boundaries: [0, 5, 20], output: { c: $.sum(1) } }).sort({ _id: 1 }).limit(2)",
         {"_id": 5, "c": 2}),
        ("bucketAuto({ groupBy: '$n', buckets: 2 })", {"_id": {"min": 10, "max": 10}, "count": 1}),
        ("match({ _id: 'a' }).lookup({ from: 'o', localField: 'n', foreignField: 'ref', as: 'j' })"
         ".project({ j: 1, _id: 0 })",
         {"j": [{"_id": "o1", "ref": 1, "v": "hit"}]}),
        ("match({ _id: 'a' }).lookup({ from: 'o', let: { m: '$n' }, as: 'j', pipeline: $.pipeline()"
         ".match(_.expr($.eq(['$ref', '$$m']))).project({ v: 1, _id: 0 }).done() }).project({ j: 1, _id: 0 })",
         {"j": [{"v": "hit"}]}),
        ("project({ r: $.cond({ if: $.gte(['$n', 5]), then: 'hi', else: 'lo' }) }).match({ r: 'lo' })",
         {"_id": "a", "r": "lo"}),
        ("match({ _id: 'a' }).project({ _id: 0, c: $.concat(['$s', '-', $.toUpper('$s')]) })", {"c": "apple-APPLE"}),
    ],
)  # fmt: skip
def test_a_pipeline_ends_in(cloud: CloudProgram, stages: str, last: object) -> None:
    cloud.put("c", *DOCS)
    cloud.put("o", {"_id": "o1", "ref": 1, "v": "hit"})
    assert cloud.tell(f"db.collection('c').aggregate().{stages}.end()")["list"][-1] == last


def test_geo_near_tells_the_distance(cloud: CloudProgram) -> None:
    cloud.put("p", *PLACES)
    stage = "geoNear({ near: db.Geo.Point(113.3, 23.1), distanceField: 'd', spherical: true, maxDistance: 20000 })"
    found = cloud.tell(f"db.collection('p').aggregate().{stage}.end()")["list"]
    assert [(one["_id"], round(one["d"] / 1000)) for one in found] == [("a", 0), ("b", 15)]


def test_what_a_program_adds_is_its_users_own(cloud: CloudProgram) -> None:
    added = cloud.tell("db.collection('c').add({ data: { n: 1, when: new Date(5), at: db.serverDate() } })")
    assert added["errMsg"] == "collection.add:ok"
    made = cloud.run(
        f"wx.cloud.database().collection('c').doc('{added['_id']}').get().then(({{ data }}) => log.push("
        "[data.when instanceof Date, data.when.getTime(), data.at instanceof Date, data._openid]));"
    )
    assert made is None
    assert cloud.log() == [[True, 5, True, cloud.host.world["user.openId"]]]


def test_places_come_back_as_they_were(cloud: CloudProgram) -> None:
    cloud.put("p", *PLACES)
    cloud.run(
        "wx.cloud.database().collection('p').doc('a').get().then(({ data: { at } }) => "
        "log.push([at.longitude, at.latitude, JSON.stringify(at)]));"
    )
    assert cloud.log() == [[113.3, 23.1, '{"type":"Point","coordinates":[113.3,23.1]}']]


def test_the_phone_gets_twenty_at_most(cloud: CloudProgram) -> None:
    cloud.put("c", *({"_id": f"d{index:02}", "n": index} for index in range(30)))
    get = "db.collection('c').orderBy('n', 'desc')"
    assert [one["n"] for one in cloud.tell(f"{get}.limit(100).get()")["data"]] == list(range(29, 9, -1))
    assert [one["n"] for one in cloud.tell(f"{get}.skip(28).get()")["data"]] == [1, 0]
    everything = cloud.service.ask("DB.Query.get", {"collection": "c"})["data"]
    assert len(everything) == 30


def test_only_what_is_wanted_of_a_document(cloud: CloudProgram) -> None:
    cloud.put("c", DOCS[0])
    assert cloud.tell("db.collection('c').field({ 'o.x': true, tags: _.project.slice(1) }).get()")["data"] == [
        {"_id": "a", "o": {"x": 1}, "tags": ["x"]}
    ]
    assert cloud.tell("db.collection('c').doc('a').field({ n: true }).get()")["data"] == {"_id": "a", "n": 1}


def test_what_is_not_the_users_own_stays(cloud: CloudProgram) -> None:
    cloud.put("c", *DOCS)
    assert cloud.tell("db.collection('c').doc('a').update({ data: { n: 2 } })")["stats"] == {"updated": 0}
    assert cloud.tell("db.collection('c').doc('a').remove()")["stats"] == {"removed": 0}
    code, text = cloud.tell("db.collection('c').doc('a').set({ data: { n: 2 } })")
    assert (code, text) == (-502003, "document.set:fail -502003 database permission denied")
    assert cloud.tell("db.collection('c').doc('a').get()")["data"]["n"] == 1


@pytest.mark.parametrize(
    ("rule", "expression", "told"),
    [
        ("PRIVATE", "get()", []), ("ADMINONLY", "get()", []), ("ADMINWRITE", "get()", ["a"]),
        ({"read": True, "write": False}, "get()", ["a"]), ({"read": False}, "get()", -502003),
        ({"read": "auth.openid == doc._openid"}, "get()", -502003),
        ({"read": "doc.n === 1 && !doc.hidden"}, "get()", ["a"]),
        ({"read": "doc.n in [1, 2] || doc.s == 'x && y'"}, "get()", ["a"]), ({"read": "doc.n < 'x'"}, "get()", -502003),
        ({"read": "get(`database.shops.s${doc.n}`).n == doc.n"}, "get()", ["a"]),
        ({"read": "get('database.shops.' + 's1').owner == auth.openid + 'x'"}, "get()", -502003),
        ({"read": "get('database.shops.none') == null"}, "get()", ["a"]),
        ({"read": "get('shops').n"}, "get()", -502003),
        ({"read": "get('database.a.1') || get('database.a.2') || get('database.a.3') || true"}, "get()", ["a"]),
        ({"read": "get('database.a.1') || get('database.a.2') || get('database.a.3') || get('database.a.4') || true"},
         "get()", -502003),
        ({"read": "get(`database.shops.${get('database.shops.s1').n}`) == null"}, "get()", ["a"]),
        ({"read": "import(os)"}, "get()", -502003), ({"read": "__import__('os').getcwd()"}, "get()", -502003),
    ],
)  # fmt: skip
def test_rules_decide(cloud: CloudProgram, rule: Any, expression: str, told: Any) -> None:
    cloud.put("c", DOCS[0])
    cloud.put("shops", {"_id": "s1", "owner": "me", "n": 1})
    cloud.service.database("desk").rows.set_rule("c", rule)
    answer = cloud.tell(f"db.collection('c').{expression}")
    assert (answer[0] if isinstance(answer, list) else [one["_id"] for one in answer["data"]]) == told


@pytest.mark.parametrize(
    ("expression", "code", "text"),
    [
        ("db.collection('c').doc('none').get()", -1, "document.get:fail cannot find document with _id none, please"),
        ("db.collection('c').add({})", -501007, "collection.add:fail -501007 invalid parameters. data should be"),
        ("db.collection('c').add({ data: { _openid: 'me' } })", -501007, "collection.add:fail -501007 invalid parame"),
        ("db.collection('').get()", -501007, "collection.get:fail -501007 the name of a collection is a text"),
        ("db.collection('c').where({ $nonsense: 1 }).get()", -501007, "collection.get:fail -501007 unknown top level"),
        ("db.collection('c').where({ n: db.RegExp({ regexp: '(' }) }).get()", -501007, "collection.get:fail -501007"),
        ("db.collection('c').aggregate().group(3).end()", -501007, "collection.aggregate.end:fail -501007"),
        ("wx.cloud.callContainer({ path: '/' })", -601034, "cloud.callContainer:fail not supported by Handset"),
        ("wx.cloud.callFunction({ name: 'f' })", -501000, "cloud.callFunction:fail -501000 cloud functions: project"),
    ],
)  # fmt: skip
def test_refusals_have_the_platforms_form(cloud: CloudProgram, expression: str, code: int, text: str) -> None:
    cloud.put("c", DOCS[0])
    told = cloud.tell(expression)
    assert told[0] == code
    assert told[1].startswith(text)


def test_callbacks_are_called_instead_of_a_promise(cloud: CloudProgram) -> None:
    cloud.put("c", DOCS[0])
    cloud.run(
        "const c = wx.cloud.database().collection('c'); log.push(c.count(outcome('count')) === undefined);"
        "c.doc('no').get({ fail: (e) => log.push([e.errCode, e instanceof Error]) });"
    )
    total = {"total": 1, "errMsg": "collection.count:ok"}
    assert cloud.log() == [True, ["count", "success", total], ["count", "complete", total], [-1, True]]


def test_who_watches_hears_all_and_then_what_changes(cloud: CloudProgram) -> None:
    cloud.run(
        """const c = wx.cloud.database().collection('c');
        globalThis.listener = c.where({ n: wx.cloud.database().command.lt(5) }).watch({
          onChange: ({ type, docs, docChanges }) => log.push([type, docs.length, docChanges.map((one) =>
            [one.queueType, one.dataType, one.docId, one.updatedFields])]),
          onError: (error) => log.push(error.message) });"""
    )
    cloud.run("wx.cloud.database().collection('c').add({ data: { _id: 'x', n: 1 } });")
    cloud.run("wx.cloud.database().collection('c').doc('x').update({ data: { n: 2 } });")
    cloud.run("wx.cloud.database().collection('other').add({ data: {} });")
    cloud.run("wx.cloud.database().collection('c').doc('x').remove();")
    cloud.run("listener.close();")
    cloud.run("wx.cloud.database().collection('c').add({ data: { n: 1 } });")
    assert cloud.log() == [
        ["init", 0, []], [None, 1, [["enqueue", "add", "x", None]]], [None, 1, [["update", "update", "x", {"n": 2}]]],
        [None, 0, [["dequeue", "remove", "x", None]]],
    ]  # fmt: skip


def test_a_watch_that_cannot_be_tells_its_error(cloud: CloudProgram) -> None:
    cloud.run("wx.cloud.database().collection('c').where({ $x: 1 }).watch({ onError: (e) => log.push(e.errCode) });")
    assert cloud.log() == []
    cloud.put("c", DOCS[0])
    cloud.run("wx.cloud.database().collection('').watch({ onChange() {}, onError: (e) => log.push(e.errCode) });")
    assert cloud.log() == [-501007, -501007]


def test_environments_know_nothing_of_each_other(cloud: CloudProgram) -> None:
    cloud.run("wx.cloud.init({ env: 'one-1' }); wx.cloud.database().collection('c').add({ data: { n: 1 } });")
    assert cloud.tell("db.collection('c').count()")["total"] == 1
    assert cloud.tell("wx.cloud.database({ env: 'two-2' }).collection('c').count()")["total"] == 0
    assert cloud.tell("new wx.cloud.Cloud({ resourceEnv: 'one-1' }).database().collection('c').count()")["total"] == 1
    assert cloud.tell("wx.cloud.database({ env: '../up' }).collection('c').count()")[0] == -501007
    assert cloud.service.environments() == ["desk", "one-1", "two-2"]


def test_collections_begin_with_the_projects_seeds(cloud: CloudProgram) -> None:
    seeds = cloud.package / "cloud-data"
    seeds.mkdir()
    (seeds / "c.json").write_text('{"_id":"s1","when":{"$date":"2024-01-02T00:00:00.000Z"}}\n{"n":2}\n', "utf-8")
    (seeds / "rules.json").write_text('{"c": "ADMINWRITE", "d": "NONSENSE"}', "utf-8")
    (seeds / "broken.json").write_text("{", "utf-8")
    assert len(cloud.tell("db.collection('c').get()")["data"]) == 2
    assert cloud.tell("db.collection('c').add({ data: {} })")[0] == -502003
    assert cloud.tell("db.collection('broken').count()")["total"] == 0
    assert cloud.tell("db.collection('d').add({ data: {} })")[0] == -502003
    assert [note.partition(":")[0] for note in cloud.notes] == ["cloud-data/broken.json", "cloud-data/rules.json"]


def test_a_file_goes_up_and_comes_down(cloud: CloudProgram) -> None:
    picture = cloud.host.areas.package / "a.png"
    picture.write_bytes(b"picture")
    up = cloud.tell("wx.cloud.uploadFile({ cloudPath: 'x/a.png', filePath: 'a.png' })")
    assert up == {"fileID": "cloud://desk.6465-desk/x/a.png", "statusCode": 204, "errMsg": "cloud.uploadFile:ok"}
    down = cloud.tell(f"wx.cloud.downloadFile({{ fileID: '{up['fileID']}' }})")
    place = cloud.host.areas.resolve(down["tempFilePath"])
    assert place is not None
    assert place.real is not None
    assert (place.real.read_bytes(), place.real.suffix) == (b"picture", ".png")
    gone = cloud.tell(f"wx.cloud.deleteFile({{ fileList: ['{up['fileID']}', 'cloud://desk.x/none'] }})")
    assert [one["status"] for one in gone["fileList"]] == [0, -503003]
    assert cloud.tell(f"wx.cloud.downloadFile({{ fileID: '{up['fileID']}' }})")[0] == -503003


def test_a_transfer_with_callbacks_hands_out_its_task(cloud: CloudProgram) -> None:
    (cloud.host.areas.package / "a.txt").write_bytes(b"12345")
    cloud.run(
        """const task = wx.cloud.uploadFile({ cloudPath: 'a.txt', filePath: 'a.txt',
             success: ({ errMsg }) => log.push(errMsg) });
           task.onProgressUpdate(({ progress, totalBytesSent }) => log.push([progress, totalBytesSent]));
           wx.cloud.uploadFile({ cloudPath: 'a.txt', filePath: 'no.txt', fail: ({ errMsg }) => log.push(errMsg) });"""
    )
    assert cloud.log() == [[100, 5], "cloud.uploadFile:ok", 'cloud.uploadFile:fail file not found "no.txt"']


@pytest.mark.parametrize("path", ["../a", "a/../../b", "", "/", "a//b", "a\\\\b", "C:/a", "x" * 900])
def test_no_path_leads_out_of_the_storage(cloud: CloudProgram, path: str) -> None:
    (cloud.host.areas.package / "a.txt").write_bytes(b"1")
    assert cloud.tell(f"wx.cloud.uploadFile({{ cloudPath: '{path}', filePath: 'a.txt' }})")[0] == -501007
