"""What Node.js loads beside a cloud function: the runner, and a module `wx-server-sdk` for functions without one.

Both are modules of ours (`runtime/js/cloud_function`), each joined to one file in a folder of this run.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from runtime.es_modules import in_order, joined
from runtime.systems.private_files import make_private_folder

SDK_ENTRY = "cloud_function/sdk.js"
RUNNER_ENTRY = "cloud_function/runner.js"
_SDK = "module.exports = serverSdk(process.env, globalThis.fetch);"
_RUNNER = """
const { HANDSET_CLOUD: url, HANDSET_FUNCTION: file } = process.env;
const { event, context } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const load = (path) => import(require('node:url').pathToFileURL(path));
// What has been written must have left before the process ends.
const exit = (code) => process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
runFunction({ file, url, event, context, require, load, send: globalThis.fetch, exit });
"""


def write_function_files(folder: Path) -> tuple[Path, Path]:
    """The runner, and the folder in which modules that are found nowhere else are looked for."""
    modules = folder / "modules"
    make_private_folder(modules / "wx-server-sdk")
    (modules / "wx-server-sdk" / "index.js").write_text(_text(SDK_ENTRY, _SDK), "utf-8")
    runner = folder / "runner.js"
    runner.write_text(_text(RUNNER_ENTRY, _RUNNER), "utf-8")
    return runner, modules


def _text(entry: str, tail: str) -> str:
    folder = files("runtime") / "js"
    modules = in_order((entry,), lambda path: (folder / path).read_text("utf-8"))
    return "'use strict';\n" + "\n".join(joined(module) for module in modules) + "\n" + tail + "\n"
