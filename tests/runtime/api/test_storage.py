"""Storage: types, absence, quotas, order, persistence."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.api.call import ApiFailure
from runtime.api.ports_storage import SqliteStorage
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


def test_lone_surrogates_do_no_harm(program: WxProgram) -> None:
    program.run("try { wx.setStorageSync('s', 'a\\ud800b'); } catch (e) { log.push(e.message); }")
    assert program.run("wx.getStorageSync('s')") in ("a\ud800b", "a\ufffdb")
