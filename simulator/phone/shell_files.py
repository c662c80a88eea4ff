"""What the shell is loaded from: modules and style sheets that stay apart in the tree and are served as one file each.

A hundred requests of a page that starts cost more than all else that it does. Lines stay what they are in a module, so
that a place in the joined text leads back to the file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from runtime.es_modules import ModulePlace, in_order, joined, place_of, places

SHELL_SCRIPT = "shell/main.js"
SHELL_STYLES = "shell/css/shell.css"
STYLE_FILES = ("phone.css", "bars.css", "dialogs.css", "pickers.css", "overlays.css")
"""In the order of their rank."""
_ENTRY = f"view/{SHELL_SCRIPT}"
_URL = f"handset://shell/{SHELL_SCRIPT}"
_PLACE = re.compile(re.escape(_URL) + r":(\d+)")


@dataclass(frozen=True)
class ShellScript:
    """`main.js` with all that it imports, as the text of one module with the same exports."""

    text: str
    modules: tuple[ModulePlace, ...]

    def place(self, line: int) -> tuple[str, int]:
        """The file that a line of the text comes from, as the page would name it, and the line there."""
        name, line = place_of(line, self.modules)
        return name.removeprefix("view/") or SHELL_SCRIPT, line


@cache
def shell_script() -> ShellScript:
    """Made once: the files do not change while Handset runs."""
    modules = in_order([_ENTRY], _text)
    texts = [joined(module, _data) for module in modules]
    exported = next(module.exports for module in modules if module.path == _ENTRY)
    text = "\n".join([*texts, f"export {{{', '.join(exported)}}};\n"])
    return ShellScript(text, tuple(places(modules, texts, 1)))


def shell_styles() -> bytes:
    """CSS of the shell, UTF-8."""
    folder = files("runtime") / "js" / "view" / "shell" / "css"
    return b"\n".join((folder / name).read_bytes() for name in STYLE_FILES)


def with_own_places(text: str) -> str:
    """A text of the page, such as the stack of an error, with places in the files instead of the joined text."""
    if _URL not in text:
        return text

    def own(match: re.Match[str]) -> str:
        name, line = shell_script().place(int(match[1]))
        return f"handset://shell/{name}:{line}"

    return _PLACE.sub(own, text)


def _text(path: str) -> str:
    return (files("runtime") / "js" / path).read_text("utf-8")


def _data(path: str) -> str:
    """JSON is JavaScript. `path` leads out of the folder of all scripts to `resources`."""
    text = files("resources").joinpath(*path.removeprefix("../../resources/").split("/")).read_text("utf-8")
    return json.dumps(json.loads(text), ensure_ascii=False)
