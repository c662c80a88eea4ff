"""The texts that questions are about: the project as it was built last, with the unsaved texts of the editor over it.

What is read off a text is kept by the hash of its content, so a question after a key reads one file anew. Paths are
those of the mini program's folder unless a name says `outer`. One thread at a time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeVar

from runtime.compiler.languages import SCRIPT_DIALECTS, STYLE_LANGUAGES, TEMPLATE_ENDINGS, ending_of
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Document
from runtime.language.position import Lines
from runtime.language.scripts.facts import ScriptFacts, read_script
from runtime.language.styles.indented import read_any_style
from runtime.language.styles.tree import StyleTree
from runtime.project.json_text import JsonText, read_json
from runtime.project.load import reload_project
from runtime.project.model import NotAProject, Project

T = TypeVar("T")

MAX_CHARACTERS = 400_000
"""Longer texts are bundles or data; nobody writes them by hand, and nothing is said about them."""

_KEPT = 4000
_NO_TEMPLATES: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class OpenText:
    """The text that a question is about. `path` is "" for a file outside of the mini program's folder."""

    project: Project
    outer: str
    path: str
    text: str
    lines: Lines

    @property
    def ending(self) -> str:
        """The ending of its name, with the dot."""
        return ending_of(self.outer)


class Documents:
    """The one owner of what the service has read."""

    def __init__(self) -> None:
        self._built: Project | None = None
        self._templates = _NO_TEMPLATES
        self._project: Project | None = None
        self._unsaved: dict[str, str] = {}
        self._kept: OrderedDict[tuple[str, str], tuple[str, Any]] = OrderedDict()

    # -- what changes them

    def take(self, project: Project, templates: Mapping[str, Document]) -> None:
        """The project of a build, with the templates that it has parsed."""
        self._built, self._templates, self._project = project, templates, None

    def edit(self, outer: str, text: str) -> None:
        """A file is open in an editor, with this text."""
        if self._unsaved.get(outer) != text:
            self._unsaved[outer] = text
            self._project = None

    def close(self, outer: str) -> None:
        """A file is not open any more: what is on the disk counts."""
        if self._unsaved.pop(outer, None) is not None:
            self._project = None

    # -- what is there

    @property
    def project(self) -> Project | None:
        """The project with the unsaved texts; None before the first build."""
        if self._project is None and self._built is not None:
            try:
                self._project = reload_project(self._built, (), self._unsaved)
            except NotAProject:
                self._project = self._built
        return self._project

    def opened(self, outer: str) -> OpenText | None:
        """The text of a file; None if there is none, or it is too long to be about."""
        project = self.project
        if project is None:
            return None
        inner = project.files.inner(outer)
        # As the compiler reads it: a byte order mark is no part of the text.
        text = self.text(inner) if inner is not None else self._unsaved.get(outer)
        if text is None or len(text) > MAX_CHARACTERS:
            return None
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return OpenText(project, outer, inner or "", text, self._keep("open lines", outer, digest, lambda: Lines(text)))

    def outer(self, path: str) -> str:
        """A path as seen from the project folder."""
        return self.project.files.outer(path) if self.project is not None else path

    def exists(self, path: str) -> bool:
        """Whether there is such a file in the program."""
        return self.project is not None and self.project.files.exists(path)

    def text(self, path: str) -> str | None:
        """The text of a file of the program, unsaved if it is open."""
        return self.project.files.text(path) if self.project is not None else None

    def lines(self, path: str) -> Lines:
        """The lines of a file of the program."""
        return self.keep("lines", path, lambda: Lines(self.text(path) or ""))

    def template(self, path: str) -> Document | None:
        """The tree of a template."""
        built, before = self._templates.get(path), self._built
        project = self.project
        if built is not None and before is not None and project is not None:
            is_same = project.files.digest(path) == before.files.digest(path)
            if is_same and len(built.source.text) <= MAX_CHARACTERS:
                return built
        return self._read("template", path, TEMPLATE_ENDINGS, parse)

    def script(self, path: str) -> ScriptFacts | None:
        """What a script declares and uses."""
        return self._read("script", path, (*SCRIPT_DIALECTS, ".wxs"), read_script)

    def style(self, path: str) -> StyleTree | None:
        """The rules of a style file as they are written."""
        return self._read("style", path, tuple(STYLE_LANGUAGES), read_any_style)

    def json(self, path: str) -> JsonText | None:
        """A JSON file with its places."""
        return self._read("json", path, (".json",), lambda name, text: read_json(text, name))

    def keep(self, kind: str, path: str, make: Callable[[], T]) -> T:
        """What `make` reads off the text of a file of the program; made again only when the text is another one."""
        return self._keep(kind, path, self._digest(path), make)

    def _read(self, kind: str, path: str, endings: tuple[str, ...], read: Callable[[str, str], T]) -> T | None:
        text = self.text(path) if path.endswith(endings) else None
        if text is None or len(text) > MAX_CHARACTERS:
            return None
        return self.keep(kind, path, lambda: read(path, text))

    def _digest(self, path: str) -> str:
        return self.project.files.digest(path) if self.project is not None else ""

    def _keep(self, kind: str, path: str, digest: str, make: Callable[[], T]) -> T:
        known = self._kept.pop((kind, path), None)
        if known is None or known[0] != digest:
            known = (digest, make())
        self._kept[kind, path] = known
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        value: T = known[1]
        return value
