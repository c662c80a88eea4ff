"""Where frameworks that compile to mini programs (uni-app, Taro, others) put what they have built.

Only for words to a user who has opened the folder of the sources; nothing is opened by itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

BUILT_FOLDERS = (
    "dist/dev/mp-weixin", "dist/build/mp-weixin", "unpackage/dist/dev/mp-weixin", "unpackage/dist/build/mp-weixin",
    "dist/weapp", "dist/wx", "dist/wechat", "build/weapp", "dist",
)  # fmt: skip
"""Looked at in this order."""


@dataclass(frozen=True, slots=True)
class Framework:
    """`package` is what its projects depend on; `command` builds one, into `folder`."""

    name: str
    package: str
    command: str
    folder: str


FRAMEWORKS = (
    Framework("uni-app", "@dcloudio/uni-app", "npm run dev:mp-weixin", "dist/dev/mp-weixin"),
    Framework("uni-app", "@dcloudio/uni-mp-weixin", "npm run dev:mp-weixin", "dist/dev/mp-weixin"),
    Framework("Taro", "@tarojs/taro", "npm run dev:weapp", "dist"),
)


def built_folders(has_app: Callable[[str], bool]) -> list[str]:
    """Those that hold an app.json. `has_app`: whether a folder of the project does."""
    return [folder for folder in BUILT_FOLDERS if has_app(folder)]


def framework_of(package_json: str) -> Framework | None:
    """The framework that a project is written in, by the text of its package.json."""
    try:
        package = json.loads(package_json)
    except (ValueError, RecursionError):
        return None
    groups = [package.get(key) for key in ("dependencies", "devDependencies")] if isinstance(package, dict) else []
    names = {name for group in groups if isinstance(group, dict) for name in group}
    return next((one for one in FRAMEWORKS if one.package in names), None)
