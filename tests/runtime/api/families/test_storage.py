"""Storage: types, absence, quotas, order, persistence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from runtime.api.call import ApiFailure
from runtime.api.sqlite_storage import SqliteStorage
from tests.support.full_disk import full_disk
from tests.support.wx_program import WxProgram


@pytest.mark.parametrize(
    "value", ["'text'", "''", "0", "-1.5", "true", "false", "null", "[]", "[1,[2,{}]]", "({ a: { b: null } })"]
)
def test_values_come_back_as_they_were(program: WxProgram, value: str) -> None:
    assert program.run(
        f"wx.setStorageSync('k', {value}); return JSON.stringify(wx.getStorageSync('k')) === JSON.stringify({value});"
    )


def test_dates_and_buffers_keep_their_kind(program: WxProgram) -> None:
    program.run(
        """wx.setStorageSync('d', { at: new Date(86400000), raw: new Uint8Array([7]).buffer });
           const d = wx.getStorageSync('d');
           log.push([d.at instanceof Date, d.at.getTime(), new Uint8Array(d.raw)[0]]);"""
    )
    assert program.log() == [[True, 86400000, 7]]


def test_an_object_that_looks_like_a_mark_stays_what_it_is(program: WxProgram) -> None:
    value = {"list": [{"$date": 5}, {"$b64": "AA"}, {"$esc": {"$date": 1}}]}
    program.run(f"wx.setStorageSync('m', {value!r});")
    assert program.run("wx.getStorageSync('m')") == value


def test_an_absent_key_is_an_empty_text_when_sync(program: WxProgram) -> None:
    assert program.run("wx.getStorageSync('none')") == ""


def test_undefined_reads_as_absent(program: WxProgram) -> None:
    assert program.run("wx.setStorageSync('u', undefined); return wx.getStorageSync('u');") == ""


def test_remove_clear_and_info(program: WxProgram) -> None:
    program.run("for (const k of ['b', 'a', 'c']) wx.setStorageSync(k, k); wx.removeStorageSync('a');")
    assert program.run("wx.getStorageInfoSync()") == {"keys": ["b", "c"], "currentSize": 1, "limitSize": 10240}
    program.run("wx.clearStorageSync(); wx.getStorageInfo({ success: (r) => log.push(r.keys) });")
    assert program.log() == [[]]


def test_many_at_once(program: WxProgram) -> None:
    program.run("wx.batchSetStorageSync([{ key: 'a', value: 1 }, { key: 'b', value: { c: 2 } }])")
    assert program.run("wx.batchGetStorageSync(['b', 'x', 'a'])") == [{"c": 2}, "", 1]


def test_a_key_takes_one_megabyte(program: WxProgram) -> None:
    program.run("wx.setStorage({ key: 'k', data: 'x'.repeat(1048577), fail: (r) => log.push(r.errMsg) })")
    assert program.log() == ["setStorage:fail entry size limit reached"]


def test_an_app_takes_ten_megabytes_and_a_refused_write_leaves_nothing(tmp_path: Path) -> None:
    storage = SqliteStorage(tmp_path / "s.sqlite")
    for index in range(10):
        storage.set_many({f"k{index}": "x" * 1_000_000})
    with pytest.raises(ApiFailure, match="exceed storage max size 10Mb"):
        storage.set_many({"small": "1", "big": "x" * 600_000})
    assert storage.get("small") is None
    assert len(storage.keys()) == 10


def test_storage_outlives_the_process(tmp_path: Path) -> None:
    first = SqliteStorage(tmp_path / "deep" / "s.sqlite")
    first.set_many({"k": "1"})
    first.close()
    assert SqliteStorage(tmp_path / "deep" / "s.sqlite").get("k") == "1"


@pytest.mark.parametrize(
    "content",
    [b"\x93" * 5000, b"", b"SQLite format 3\0" + b"\xff" * 8192, "other table", "half"],
    ids=["noise", "empty", "broken pages", "another table", "half a file"],
)
def test_a_damaged_file_is_set_aside_and_named(tmp_path: Path, content: bytes | str) -> None:
    path = tmp_path / "s.sqlite"
    told: list[tuple[str, dict[str, str]]] = []
    if content == "other table":
        base = sqlite3.connect(path)
        base.execute("CREATE TABLE storage (a)")
        base.close()
    elif content == "half":
        whole = SqliteStorage(path)
        whole.set_many({f"k{index}": "x" * 5000 for index in range(30)})
        whole.close()
        path.write_bytes(path.read_bytes()[:20_000])
    else:
        path.write_bytes(content if isinstance(content, bytes) else b"")
    storage = SqliteStorage(path, lambda code, arguments: told.append((code, dict(arguments))))
    storage.set_many({"k": "1"})
    assert (storage.get("k"), storage.keys()[-1]) == ("1", "k")
    if content == b"":
        assert told == []
    else:
        aside = tmp_path / "s.damaged-1.sqlite"
        assert told == [("api/storage-damaged", {"file": str(aside)})]
        assert aside.stat().st_size > 0


def test_a_file_that_is_damaged_meanwhile_is_set_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    told: list[str] = []
    first, second = (SqliteStorage(path, lambda code, _arguments: told.append(code)) for _ in range(2))
    first.set_many({f"k{index}": "x" * 5000 for index in range(30)})
    first.close()
    second.close()
    path.write_bytes(b"\x93" * 50_000)
    second.set_many({"new": "1"})
    assert (first.get("new"), told) == ("1", ["api/storage-damaged"])


def test_a_locked_file_fails_calls_until_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    told: list[str] = []
    first = SqliteStorage(path)
    first.set_many({"k": "1"})
    first.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    storage = SqliteStorage(path, lambda code, arguments: told.append(f"{code} {arguments['why']}"))
    calls = (lambda: storage.get("k"), storage.keys, lambda: storage.set_many({"k": "2"}), storage.clear)
    for call in calls:
        with pytest.raises(ApiFailure, match="system error database is locked"):
            call()
    assert told == ["api/storage-unusable database is locked"]
    other.close()
    storage.set_many({"k": "3"})
    assert storage.get("k") == "3"


def test_on_a_full_disk_what_is_there_is_read_and_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    whole = SqliteStorage(path)
    whole.set_many({"k": "1"})
    whole.close()
    told: list[str] = []
    with full_disk():
        storage = SqliteStorage(path, lambda code, _arguments: told.append(code))
        assert (storage.get("k"), storage.keys(), storage.get("none")) == ("1", ["k"], None)
        with pytest.raises(ApiFailure, match="system error"):
            storage.set_many({"k": "2"})
    assert told == ["api/storage-unusable"]
    storage.set_many({"k": "3"})
    assert storage.get("k") == "3"


def test_on_a_full_disk_a_program_starts_without_a_file(tmp_path: Path) -> None:
    with full_disk():
        storage = SqliteStorage(tmp_path / "new.sqlite")
        assert (storage.get("k"), storage.keys(), storage.size_bytes()) == (None, [], 0)
        with pytest.raises(ApiFailure, match="system error"):
            storage.set_many({"k": "2"})


def test_a_folder_that_cannot_be_made_is_a_failure_too(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    storage = SqliteStorage(tmp_path / "file" / "s.sqlite")
    assert storage.get("k") is None
    with pytest.raises(ApiFailure, match="system error"):
        storage.set_many({"k": "2"})


def test_a_value_that_is_no_json_fails_alone(program: WxProgram) -> None:
    program.run("wx.setStorageSync('good', 1); wx.setStorageSync('bad', 2);")
    base = sqlite3.connect(program.package.parent / "data" / "storage.sqlite")
    base.execute("UPDATE storage SET value = '{broken' WHERE key = 'bad'")
    base.commit()
    base.close()
    program.run(
        """log.push(wx.getStorageSync('good'));
           try { wx.getStorageSync('bad'); } catch (error) { log.push(error.message); }"""
    )
    assert program.log() == [1, "getStorageSync:fail the kept value is damaged"]


def test_lone_surrogates_do_no_harm(program: WxProgram) -> None:
    program.run("try { wx.setStorageSync('s', 'a\\ud800b'); } catch (e) { log.push(e.message); }")
    assert program.run("wx.getStorageSync('s')") in ("a\ud800b", "a\ufffdb")
