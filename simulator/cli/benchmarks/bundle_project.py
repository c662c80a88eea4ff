"""A generated project of the form in which frameworks build: one recursive template for all pages, chunks with a module
cache, a page whose whole tree stands in its data and is changed by deep paths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = "pages/index/index"
STYLE, SCRIPT = f"{PAGE}.wxss", f"{PAGE}.js"
ROWS = 200
_TAGS = ("view", "text", "image", "button", "input", "scroll-view", "swiper", "label", "navigator", "rich-text")
_VARIANTS = 4
_LEVELS = 5
_TEXT = 8
_VENDOR_FUNCTIONS = 1500

_NAMES = """
module.exports = {
  of: function (level, kind) { return 'tmpl_' + level + '_' + kind },
  or: function (a, b) { return a || b },
}
"""
_LOADER = """
const cache = {}, bodies = {}
exports.add = (table) => Object.assign(bodies, table)
exports.run = (name) => {
  if (cache[name]) return cache[name].exports
  const module = (cache[name] = { exports: {} })
  bodies[name](module, module.exports, exports.run)
  return module.exports
}
"""
# As a framework's run time does: `root` is the tree, a change is the path of one value.
_RUN_TIME = """
exports.text = (sid, value) => ({ sid, nn: '8', v: value })
exports.element = (sid, kind, children, cl) => ({ sid, nn: kind, cl, cn: children })
exports.row = (id, n) => exports.element('r' + id, '0', [
  exports.element('b' + id, '0', [exports.text('bt' + id, '-')], 'box'),
  exports.element('m' + id, '0', [
    exports.element('t' + id, '1', [exports.text('tt' + id, 'item ' + id)], 'title'),
    exports.element('n' + id, '1', [exports.text('nt' + id, String(n))], 'badge'),
  ], 'main'),
], 'row')
exports.page = () => ({
  data: { root: { cn: [] } },
  onLoad() { this.create(ROWS) },
  create(count) {
    this.count = count
    this.n = 0
    this.setData({ root: { cn: Array.from({ length: count }, (_, id) => exports.row(id, 0)) } })
  },
  bump() {
    this.n += 1
    const changes = {}
    for (let i = 0; i < this.count; i++) changes[`root.cn.[${i}].cn.[1].cn.[1].cn.[0].v`] = String(this.n)
    this.setData(changes)
  },
  eh() {},
})
"""


@contextmanager
def bundle_project() -> Iterator[Path]:
    """A fresh copy in a folder whose name says that a build writes there."""
    with TemporaryDirectory(prefix="handset-bench-") as folder:
        root = Path(folder) / "dist"
        for path, text in bundle_files().items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        yield root


def bundle_files() -> dict[str, str]:
    """The files by path."""
    run_time = _RUN_TIME.replace("ROWS", str(ROWS))
    page = "page(module, exports, run) { Page(run('run-time').page()) }"
    return {
        "project.config.json": json.dumps({"appid": "touristappid", "compileType": "miniprogram"}),
        "app.json": json.dumps({"pages": [PAGE]}),
        "app.js": "require('./loader'); require('./vendor'); require('./run-time'); App({})",
        "app.wxss": ".row { display: flex; } .main { flex: 1; }\n",
        "loader.js": _LOADER,
        "vendor.js": _chunk(f"vendor(module, exports) {{ {_vendor()} }}"),
        "run-time.js": _chunk(f"'run-time'(module, exports, run) {{ run('vendor');{run_time} }}"),
        "base.wxml": _templates(),
        "names.wxs": _NAMES,
        f"{PAGE}.json": "{}",
        f"{PAGE}.wxml": '<import src="../../base.wxml"/><template is="page" data="{{root: root}}"/>',
        SCRIPT: _chunk(page).replace("./loader", "../../loader") + "; require('../../loader').run('page')",
        STYLE: ".row { padding: 20rpx; }\n",
    }


def _chunk(modules: str) -> str:
    return f"require('./loader').add({{ {modules} }})"


def _templates() -> str:
    # A template cannot use itself on phones: frameworks write one set for each level of the tree.
    inner = '<template is="{{names.of(c, item.nn)}}" data="{{i: item, c: c + 1}}" wx:for="{{i.cn}}" wx:key="sid"/>'
    top = '<template is="{{names.of(0, item.nn)}}" data="{{i: item, c: 1}}" wx:for="{{root.cn}}" wx:key="sid"/>'
    looks = 'class="{{i.cl}}" style="{{i.st}}" id="{{i.uid || i.sid}}" data-sid="{{i.sid}}" bindtap="eh"'
    parts = ['<wxs module="names" src="./names.wxs"/>', f'<template name="page">{top}</template>']
    for level in range(_LEVELS):
        for kind in range(len(_TAGS) * _VARIANTS):
            tag = _TAGS[kind % len(_TAGS)]
            values = " ".join(f'data-p{k}="{{{{names.or(i.p{k}, {k})}}}}"' for k in range(kind % 7))
            text = "{{i.v}}" if kind == _TEXT else f"<{tag} {looks} {values}>{inner}</{tag}>"
            parts.append(f'<template name="tmpl_{level}_{kind}">{text}</template>')
    return "\n".join(parts)


def _vendor() -> str:
    return ";".join(
        f"exports.f{n} = function (a, b) {{ var c = a === undefined ? {n} : a, d = [b, c, {n}];"
        f" for (var i = 0; i < d.length; i++) {{ if (d[i] > {n}) return exports.f{max(0, n - 1)}(b) }} return c }}"
        for n in range(_VENDOR_FUNCTIONS)
    )
