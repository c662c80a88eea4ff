"""Files of a program: its own folders, nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import brotli
import pytest

from runtime.api import file_paths
from runtime.api.file_areas import FileAreas
from tests.support.wx_program import WxProgram

FS = "const fs = wx.getFileSystemManager(); const root = wx.env.USER_DATA_PATH; "


def test_write_read_append_and_encodings(program: WxProgram) -> None:
    program.run(
        FS
        + """fs.writeFileSync(`${root}/a.txt`, '中a', 'utf8'); fs.appendFileSync(`${root}/a.txt`, 'b');
             log.push(fs.readFileSync(`${root}/a.txt`, 'utf-8'), fs.readFileSync(`${root}/a.txt`, 'hex'));
             log.push(fs.readFileSync(`${root}/a.txt`, 'base64'), fs.readFileSync(`${root}/a.txt`).byteLength);
             log.push(fs.readFileSync(`${root}/a.txt`, 'utf8', 3, 1));
             fs.writeFileSync(`${root}/b.bin`, new Uint8Array([1, 255]).buffer);
             log.push(...new Uint8Array(fs.readFileSync(`${root}/b.bin`)));
             fs.writeFileSync(`${root}/c.txt`, 'AQL/', 'base64'); log.push(fs.readFileSync(`${root}/c.txt`, 'hex'));"""
    )
    assert program.log() == ["中ab", "e4b8ad6162", "5Lit" + "YWI=", 5, "a", 1, 255, "0102ff"]


def test_asynchronous_forms_call_back_in_order(program: WxProgram) -> None:
    program.run(
        FS
        + """fs.writeFile({ filePath: `${root}/a`, data: 'x', ...outcome('write') });
             fs.readFile({ filePath: `${root}/a`, encoding: 'utf8', success: (r) => log.push(r.data) });
             fs.readFile({ filePath: `${root}/none`, fail: (r) => log.push(r) });"""
    )
    assert program.log() == [
        ["write", "success", {"errMsg": "writeFile:ok"}],
        ["write", "complete", {"errMsg": "writeFile:ok"}],
        "x",
        {"errno": 1300002, "errMsg": 'readFile:fail no such file or directory, open "http://usr/none"'},
    ]


def test_folders(program: WxProgram) -> None:
    program.run(
        FS
        + """fs.mkdirSync(`${root}/a/b`, true); fs.writeFileSync(`${root}/a/b/f`, '123');
             log.push(fs.readdirSync(`${root}/a`), fs.readdirSync(root));
             const stats = fs.statSync(`${root}/a/b/f`);
             log.push([stats.size, stats.isFile(), stats.isDirectory(), fs.statSync(`${root}/a`).isDirectory()]);
             log.push(fs.statSync(`${root}/a`, true).map((one) => one.path));
             fs.stat({ path: `${root}/a`, success: (r) => log.push(r.stats.isDirectory()) });
             for (const act of [() => fs.mkdirSync(`${root}/a`), () => fs.rmdirSync(`${root}/a`),
               () => fs.unlinkSync(`${root}/a`), () => fs.mkdirSync(`${root}/x/y`)]) {
               try { act(); } catch (e) { log.push(e.message); }
             }
             fs.renameSync(`${root}/a/b/f`, `${root}/g`); fs.copyFileSync(`${root}/g`, `${root}/h`);
             fs.rmdirSync(`${root}/a`, true); log.push(fs.readdirSync(root));"""
    )
    assert program.log() == [
        ["b"],
        ["a"],
        [3, True, False, True],
        ["/", "/b", "/b/f"],
        "mkdirSync:fail file already exists http://usr/a",
        "rmdirSync:fail directory not empty",
        "unlinkSync:fail operation not permitted",
        'mkdirSync:fail no such file or directory, mkdir "http://usr/x/y"',
        ["g", "h"],
        True,
    ]


def test_access_and_file_info(program: WxProgram) -> None:
    program.run(
        FS
        + """fs.writeFileSync(`${root}/a`, 'abc');
             fs.access({ path: `${root}/a`, success: (r) => log.push(r.errMsg) });
             try { fs.accessSync(`${root}/b`); } catch (e) { log.push(e.message); }
             fs.getFileInfo({ filePath: `${root}/a`, digestAlgorithm: 'sha1', success: (r) => log.push(r.digest) });
             wx.getFileInfo({ filePath: `${root}/a`, success: (r) => log.push(r.size) });"""
    )
    assert program.log() == [
        'accessSync:fail no such file or directory, access "http://usr/b"',
        "access:ok",
        "a9993e364706816aba3e25717850c26c9cd0d89d",
        3,
    ]


def test_the_package_can_be_read_and_not_written(program: WxProgram) -> None:
    (program.package / "data.json").write_text("{}")
    program.run(
        FS
        + """log.push(fs.readFileSync('data.json', 'utf8'), fs.readFileSync('/data.json', 'utf8'));
             try { fs.writeFileSync('data.json', 'x'); } catch (e) { log.push(e.message); }"""
    )
    assert program.log() == ["{}", "{}", 'writeFileSync:fail permission denied, open "data.json"']


@pytest.mark.parametrize(
    "path", ["http://usr/../../secret", "../secret", "wxfile://usr/../secret", "file:///etc/passwd"]
)
def test_nothing_outside_can_be_named(program: WxProgram, path: str) -> None:
    (program.package.parent / "secret").write_text("secret")
    program.run(FS + f"try {{ log.push(fs.readFileSync('{path}', 'utf8')); }} catch (e) {{ log.push(e.message); }}")
    assert program.log() == [f'readFileSync:fail permission denied, open "{path}"']


def test_links_do_not_lead_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    areas = FileAreas.under(tmp_path / "files", tmp_path / "package")
    areas.usr.mkdir(parents=True)
    (areas.usr / "link").symlink_to(tmp_path / "secret")
    place = areas.resolve("http://usr/link")
    assert place is not None
    assert place.real is None


def test_saved_files(program: WxProgram) -> None:
    path, real = FileAreas.under(program.package.parent / "data" / "files", program.package).new_file("tmp", ".txt")
    real.write_text("kept")
    program.run(
        f"""wx.saveFile({{ tempFilePath: '{path}', success: (r) => {{ globalThis.saved = r.savedFilePath; }} }});"""
    )
    program.run(
        """wx.getSavedFileList({ success: (r) => log.push(r.fileList[0].filePath === saved, r.fileList[0].size) });
           wx.getSavedFileInfo({ filePath: saved, success: (r) => log.push(r.size) });
           log.push(wx.getFileSystemManager().readFileSync(saved, 'utf8'));
           wx.removeSavedFile({ filePath: saved, success: () => log.push('gone') });"""
    )
    assert program.log() == ["kept", True, 4, 4, "gone"]


def test_an_archive_unpacks_inside(program: WxProgram) -> None:
    with zipfile.ZipFile(program.package / "a.zip", "w") as archive:
        archive.writestr("in/side.txt", "x")
        archive.writestr("../out.txt", "y")
    program.run(
        FS
        + """fs.unzip({ zipFilePath: 'a.zip', targetPath: `${root}/z`,
             success: () => log.push(fs.readdirSync(`${root}/z`)) });"""
    )
    assert program.log() == [["in", "out.txt"]]


def test_an_unknown_encoding_fails(program: WxProgram) -> None:
    (program.package / "a").write_text("x")
    program.run(FS + "try { fs.readFileSync('a', 'klingon'); } catch (e) { log.push(e.message); }")
    assert program.log() == ['readFileSync:fail Invalid argument encoding "klingon"']


@pytest.mark.parametrize("area", ["tmp", "store"])
@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("writeFileSync('{path}', 'x')", 'writeFileSync:fail permission denied, open "{path}"'),
        ("appendFileSync('{path}', 'x')", 'appendFileSync:fail permission denied, open "{path}"'),
        ("copyFileSync(`${{root}}/a`, '{path}')", "copyFileSync:fail permission denied"),
        ("renameSync(`${{root}}/a`, '{path}')", "renameSync:fail permission denied"),
        ("mkdirSync('{path}')", "mkdirSync:fail permission denied"),
    ],
)
def test_temporary_and_saved_files_are_made_by_the_platform_alone(
    program: WxProgram, area: str, call: str, said: str
) -> None:
    path = f"http://{area}/mine"
    program.run(
        FS
        + f"""fs.writeFileSync(`${{root}}/a`, 'a');
             try {{ fs.{call.format(path=path)}; log.push('done'); }} catch (e) {{ log.push(e.message); }}
             try {{ fs.accessSync('{path}'); log.push('there'); }} catch (e) {{ log.push('not there'); }}"""
    )
    answer, there = program.log()
    assert answer.startswith(said.format(path=path))
    assert there == "not there"


@pytest.mark.parametrize("position", [14, 40, 60, 100, -30, -10, -3])
def test_a_broken_archive_fails_in_form(program: WxProgram, position: int) -> None:
    with zipfile.ZipFile(program.package / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("side.txt", bytes(range(256)) * 8)
    data = bytearray((program.package / "a.zip").read_bytes())
    data[position] ^= 0xFF
    (program.package / "a.zip").write_bytes(data)
    program.run(
        FS + "fs.unzip({ zipFilePath: 'a.zip', targetPath: `${root}/z`, complete: (r) => log.push(r.errMsg) });"
    )
    (said,) = program.log()
    assert said.startswith(("unzip:ok", "unzip:fail unzip fail", "unzip:fail system error"))


UNZIP = FS + "fs.unzip({ zipFilePath: 'a.zip', targetPath: `${root}/z`, complete: (r) => log.push(r.errMsg) });"


def zip_that_lies(place: Path, content: bytes, *, size: int | None = None, method: int | None = None) -> None:
    """An archive of one entry whose head says something else of its size or of the way it is packed."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.bin", content)
    data = bytearray(place.read_bytes())
    for head, size_at, method_at in ((data.index(b"PK\x03\x04"), 22, 8), (data.index(b"PK\x01\x02"), 24, 10)):
        if size is not None:
            data[head + size_at : head + size_at + 4] = size.to_bytes(4, "little")
        if method is not None:
            data[head + method_at : head + method_at + 2] = method.to_bytes(2, "little")
    place.write_bytes(data)


def test_an_archive_that_says_it_is_larger_than_the_storage_is_not_unpacked(program: WxProgram) -> None:
    zip_that_lies(program.package / "a.zip", b"x", size=2**32 - 2)
    program.run(UNZIP + "try { fs.accessSync(`${root}/z`); log.push('there'); } catch (e) { log.push('not there'); }")
    assert program.log() == ["not there", "unzip:fail the maximum size of the file storage limit is exceeded"]


def test_an_archive_that_is_larger_than_it_says_is_not_unpacked_further(program: WxProgram) -> None:
    zip_that_lies(program.package / "a.zip", bytes(8 * 1024 * 1024), size=10)
    program.run(UNZIP)
    (said,) = program.log()
    assert said.startswith("unzip:fail unzip fail")
    assert sum(path.stat().st_size for path in program.package.parent.rglob("big.bin")) <= 10


def test_an_archive_that_is_packed_in_an_unknown_way_fails_in_form(program: WxProgram) -> None:
    zip_that_lies(program.package / "a.zip", b"x", method=99)
    program.run(UNZIP)
    (said,) = program.log()
    assert said.startswith("unzip:fail unzip fail")


@pytest.mark.parametrize(
    "call",
    [
        "writeFileSync(`${root}/b`, 'x'.repeat(90))", "appendFileSync(`${root}/a`, 'x'.repeat(90))",
        "copyFileSync(`${root}/a`, `${root}/c`)",
    ],
)  # fmt: skip
def test_more_than_the_platform_gives_is_refused_and_nothing_is_lost(
    program: WxProgram, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    program.run(FS + "fs.writeFileSync(`${root}/a`, 'y'.repeat(60));")
    monkeypatch.setattr(file_paths, "LIMIT_BYTES", 100)
    program.run(
        FS
        + f"""try {{ fs.{call}; log.push('done'); }} catch (e) {{ log.push(e.message.replace(/^\\w+:/, '')); }}
             log.push(fs.readFileSync(`${{root}}/a`, 'utf8').length);"""
    )
    assert program.log() == ["fail the maximum size of the file storage limit is exceeded", 60]


OPEN = (
    FS
    + "fs.writeFileSync(`${root}/a`, 'hello'); "
    + "const refused = (act) => { try { act(); } catch (e) { log.push(e.message); } }; "
)


def test_an_open_file_is_read_and_written_in_parts(program: WxProgram) -> None:
    program.run(
        OPEN
        + """const fd = fs.openSync({ filePath: `${root}/a`, flag: 'r+' });
             const buffer = new Uint8Array([9, 9, 9, 9]).buffer;
             const read = fs.readSync({ fd, arrayBuffer: buffer, offset: 1, length: 2, position: 3 });
             log.push(read.bytesRead, read.arrayBuffer === buffer, [...new Uint8Array(buffer)]);
             log.push(fs.readSync({ fd, arrayBuffer: buffer, length: 4 }).bytesRead);
             log.push(fs.writeSync({ fd, data: 'XYZ', position: 1 }));
             log.push(fs.writeSync({ fd, data: new Uint8Array([65, 66, 67]).buffer, offset: 1, length: 1 }));
             const stats = fs.fstatSync({ fd }); log.push([stats.size, stats.isFile()]);
             fs.ftruncateSync({ fd, length: 2 }); fs.closeSync({ fd });
             log.push(fs.readFileSync(`${root}/a`, 'utf8'));
             refused(() => fs.closeSync({ fd })); refused(() => fs.fstatSync({ fd: '99' }));"""
    )
    assert program.log() == [
        2, True, [9, 108, 111, 9], 0, {"bytesWritten": 3}, {"bytesWritten": 1}, [5, True], "hX",
        "closeSync:fail bad file descriptor", "fstatSync:fail bad file descriptor",
    ]  # fmt: skip


def test_open_files_of_callbacks(program: WxProgram) -> None:
    program.run(
        OPEN
        + """fs.open({ filePath: `${root}/a`, success: ({ fd }) => {
               fs.read({ fd, arrayBuffer: new ArrayBuffer(3), length: 3, success: (r) => {
                 log.push(r.bytesRead, [...new Uint8Array(r.arrayBuffer)]);
                 fs.fstat({ fd, success: ({ stats }) => log.push(stats.isDirectory()) });
                 fs.write({ fd, data: 'x', fail: ({ errMsg, errno }) => log.push(errMsg, errno) });
                 fs.close({ fd, ...outcome('close') });
               } });
             } });"""
    )
    assert program.log() == [
        3, [104, 101, 108], False, "write:fail bad file descriptor", 1300009,
        ["close", "success", {"errMsg": "close:ok"}], ["close", "complete", {"errMsg": "close:ok"}],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("flag", "written", "content"),
    [
        ("w", True, "X"), ("w+", True, "X"), ("r+", True, "Xello"), ("a", True, "helloX"), ("as+", True, "helloX"),
        ("r", False, "hello"), ("wx", False, "hello"), ("ax+", False, "hello"), ("q", False, "hello"),
    ],
)  # fmt: skip
def test_flags(program: WxProgram, flag: str, written: bool, content: str) -> None:
    program.run(
        OPEN
        + f"""let ok = true;
              try {{
                const fd = fs.openSync({{ filePath: `${{root}}/a`, flag: '{flag}' }});
                fs.writeSync({{ fd, data: 'X', position: 0 }}); fs.closeSync({{ fd }});
              }} catch (e) {{ ok = false; }}
              log.push(ok, fs.readFileSync(`${{root}}/a`, 'utf8'));"""
    )
    assert program.log() == [written, content]


def test_open_files_stay_in_the_folders_of_the_program(program: WxProgram) -> None:
    (program.package / "code.js").write_text("code")
    program.run(
        OPEN
        + """const buffer = new ArrayBuffer(4);
             const fd = fs.openSync({ filePath: 'code.js' }); fs.readSync({ fd, arrayBuffer: buffer, length: 4 });
             log.push(String.fromCharCode(...new Uint8Array(buffer)));
             for (const [filePath, flag] of [['code.js', 'a'], ['../x', 'w'], ['/etc/passwd', 'r'], [root, 'r'],
               [`${root}/../../x`, 'w'], [`${root}/none/x`, 'w'], [`${root}/none`, 'r+'], [root, 'w']]) {
               try { fs.openSync({ filePath, flag }); log.push(filePath); } catch (e) { log.push('refused'); }
             }
             const parts = [{ offset: 5 }, { length: 5 }, { offset: -1 }, { length: 2, offset: 3 }, { position: -1 }];
             for (const part of parts) {
               refused(() => fs.readSync({ fd, arrayBuffer: buffer, ...part }));
             }"""
    )
    told = program.log()
    assert told[:9] == ["code", *["refused"] * 8]
    assert [text.partition('"')[2].partition('"')[0] for text in told[9:]] == [
        "offset", "length", "offset", "length", "position",
    ]  # fmt: skip


def test_so_many_files_may_be_open(program: WxProgram) -> None:
    program.run(
        OPEN
        + """const all = []; refused(() => { for (;;) all.push(fs.openSync({ filePath: `${root}/a` })); });
             log.push(all.length); fs.closeSync({ fd: all[0] }); fs.openSync({ filePath: `${root}/a` });"""
    )
    assert program.log() == ["openSync:fail too many open files", 256]


def test_entries_of_an_archive(program: WxProgram) -> None:
    with zipfile.ZipFile(program.package / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", "first")
        archive.writestr("folder/two.bin", b"\x01\x02\x03")
        archive.writestr("bomb", bytes(33 * 1024 * 1024))
    program.run(
        FS
        + """const entries = [{ path: 'one.txt', encoding: 'utf8', position: 1, length: 2 }, { path: 'folder/two.bin' },
               { path: 'none' }, { path: 'one.txt/../../x' }];
             fs.readZipEntry({ filePath: 'a.zip', entries, success: (r) => {
               const [one, two, none] = ['one.txt', 'folder/two.bin', 'none'].map((name) => r.entries[name]);
               log.push(one.data, [...new Uint8Array(two.data)], none.errMsg);
             } });
             fs.readZipEntry({ filePath: 'a.zip', entries: [{ path: 'bomb' }], fail: (r) => log.push(r.errMsg) });
             fs.readZipEntry({ filePath: 'a.zip', entries: 'all', fail: (r) => log.push(r.errno) });"""
    )
    assert program.log() == [
        "ir", [1, 2, 3], 'no such file or directory "none"',
        "readZipEntry:fail the entries are larger than 33554432 bytes", 1301111,
    ]  # fmt: skip


def test_compressed_files(program: WxProgram) -> None:
    (program.package / "a.br").write_bytes(brotli.compress("中".encode()))
    (program.package / "bomb.br").write_bytes(brotli.compress(bytes(33 * 1024 * 1024), quality=1))
    (program.package / "cut.br").write_bytes(brotli.compress(b"x" * 1000)[:-3])
    (program.package / "bad.br").write_bytes(b"no such thing")
    program.run(
        FS
        + """const own = { filePath: 'a.br', compressionAlgorithm: 'br' };
             log.push(fs.readCompressedFileSync(own).byteLength);
             for (const [filePath, compressionAlgorithm] of [['bomb.br', 'br'], ['cut.br', 'br'], ['bad.br', 'br'],
               ['a.br', 'gzip'], ['none', 'br']]) {
               fs.readCompressedFile({ filePath, compressionAlgorithm, complete: (r) => log.push(r.errno) });
             }
             fs.readCompressedFile({ ...own, success: (r) => log.push(r.data.byteLength) });"""
    )
    assert program.log() == [3, 1301110, 1301110, 1301110, 1300022, 1300002, 3]
