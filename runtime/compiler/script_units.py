"""Compiles every script that the program can reach: the app, pages and components, and what they require.

A `require` whose argument is computed can reach every script that its known beginning allows; those come along
without complaints about them. Files that nothing reaches are neither read nor compiled.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from runtime.compiler.first_part import stems_of
from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of, is_declaration_file, script_endings, source_file
from runtime.compiler.script.compile import CompiledScript, compile_script
from runtime.compiler.script.references import Reference
from runtime.compiler.units import Units
from runtime.diagnostics import Diagnostic
from runtime.project.model import Package, Project
from runtime.project.paths import folder_of, join
from runtime.project.resolve import NPM_FOLDER, resolve_file

_FILE_ENDINGS = tuple(SCRIPT_DIALECTS)


@dataclass
class ScriptUnits:
    """Scripts by path and what is wrong with them."""

    scripts: dict[str, CompiledScript] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def script_of(project: Project, stem: str) -> str | None:
    """The script of the app, a page or a component."""
    return source_file(stem, script_endings(project.compiler_plugins), project.files.exists)


def compile_scripts(project: Project, units: Units, part: Collection[str] | None = None) -> ScriptUnits:
    """Compiles what is reachable, in the order in which it is found; `part`: from these pages and components."""
    return _Walk(project, units, part).run()


class _Walk:
    def __init__(self, project: Project, units: Units, part: Collection[str] | None) -> None:
        self.project, self.units, self.part = project, units, part
        self.found = ScriptUnits()
        self.plugins = {name: plugin.main for name, plugin in project.mounts.plugins.items() if plugin.main}
        self.starts: set[str] = set()  # known beginnings of computed names that were followed
        self.waiting: list[tuple[str, bool]] = []

    def run(self) -> ScriptUnits:
        for path in self._roots():
            self._add(path, is_certain=True)
        # Certain scripts first: their diagnostics count.
        while self.waiting:
            certain = next((i for i, item in enumerate(self.waiting) if item[1]), 0)
            path, is_certain = self.waiting.pop(certain)
            if path not in self.found.scripts:
                self._compile(path, is_certain=is_certain)
        return self.found

    def _roots(self) -> list[str]:
        project = self.project
        stems = ["app", *stems_of(project, self.part)]
        roots = [path for stem in stems if (path := script_of(project, stem)) is not None]
        for package in project.packages:
            entry = join(package.root, package.entry) if package.entry else None
            if entry is not None and project.files.exists(entry) and self._has_page_of(package):
                roots.append(entry)
        workers = project.app.get("workers")
        folder = workers.get("path") if isinstance(workers, dict) else workers
        if isinstance(folder, str) and folder.strip("/"):
            roots += self._below(folder.strip("/") + "/")
        return roots

    def _has_page_of(self, package: Package) -> bool:
        if self.part is None or not package.root:
            return True
        return any(page.path in self.part for page in self.project.pages if page.package.root == package.root)

    def _below(self, start: str) -> list[str]:
        return sorted(
            path
            for path in self.project.files.paths
            if path.startswith(start) and path.endswith(_FILE_ENDINGS) and not is_declaration_file(path)
        )

    def _add(self, path: str, *, is_certain: bool) -> None:
        if path not in self.found.scripts:
            self.waiting.append((path, is_certain))

    def _compile(self, path: str, *, is_certain: bool) -> None:
        is_strict = self.project.settings.get("disableUseStrict") is not True
        makes_es5 = self.project.settings.get("es6") is True
        dialect = SCRIPT_DIALECTS[ending_of(path)]
        script = self.units.get(
            "script",
            path,
            lambda text: compile_script(
                path, text, dialect, is_strict=is_strict, makes_es5=makes_es5, plugins=self.plugins
            ),
            inputs=(is_strict, makes_es5, self.plugins),
        )
        if script is None:
            return
        self.found.scripts[path] = script
        if is_certain:
            self.found.diagnostics += script.diagnostics
        for reference in script.references:
            self._follow(path, reference, is_certain=is_certain)
        for start in script.dynamic:
            self._follow_computed(path, start)

    def _follow(self, path: str, reference: Reference, *, is_certain: bool) -> None:
        target = resolve_script(self.project, reference.name, path)
        if target is not None:
            self._add(target, is_certain=is_certain)
        elif is_certain and not reference.is_guarded and not reference.name.startswith("plugin://"):
            name = reference.name
            is_npm = not name.startswith((".", "/")) and "/miniprogram_npm/" not in f"/{path}"
            code = "script/npm-not-built" if is_npm and not self.project.npm_folders else "script/module-not-found"
            meant = self._similar(join(folder_of(path), name)) if name.startswith(".") else ""
            self.found.diagnostics.append(Diagnostic(code, reference.span, {"name": name, "meant": meant or "–"}))

    def _similar(self, path: str | None) -> str:
        return self.project.files.similar(path, _FILE_ENDINGS) if path else ""

    def _follow_computed(self, path: str, start: str) -> None:
        folder, _, rest = start.rpartition("/")
        base = join("" if start.startswith("/") else folder_of(path), folder) if start.startswith((".", "/")) else ""
        if base is None:
            return
        prefix = f"{base}/{rest}" if base else rest if start.startswith((".", "/")) else ""
        if prefix in self.starts:
            return
        self.starts.add(prefix)
        for found in self._below(prefix):
            self._add(found, is_certain=False)


def resolve_script(project: Project, name: str, importer: str) -> str | None:
    """The script that `name` in the file `importer` means, or None."""

    def is_script(path: str) -> bool:
        return path.endswith(_FILE_ENDINGS) and not is_declaration_file(path) and project.files.exists(path)

    endings = script_endings(project.compiler_plugins)
    tried = ("", *endings, *(f"/index{ending}" for ending in endings))
    found = resolve_file(name, folder_of(importer), project.aliases, is_script, tried)
    if endings[0] == ".js" or (found is not None and f"{NPM_FOLDER}/" in found):
        return found
    # `./a.js` means what `a.ts` compiles to.
    if found is None:
        return resolve_file(name.removesuffix(".js"), folder_of(importer), project.aliases, is_script, endings)
    source = found.removesuffix(".js") + endings[0]
    return source if found.endswith(".js") and is_script(source) else found
