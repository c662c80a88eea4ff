"""Files that nothing uses: resources that are uploaded all the same, and code that the program does not reach.

A resource counts as used if its name stands anywhere in the program's texts, or if a path that is put together from
parts could be its own (`"/images/" + name`). Code that a page or component could still be is told by the compiler.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from runtime.audit.git_ignored import git_ignored
from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.compiler.languages import ending_of, is_declaration_file
from runtime.compiler.lint.package_files import RESOURCE_ENDINGS, is_from_npm
from runtime.diagnostics import Diagnostic, Span

MIN_BYTES = 512
"""Smaller files are worth nobody's time."""
_CODE = frozenset({".js", ".ts", ".wxml", ".wxss", ".wxs"})
_TOOL = re.compile(
    r"(^|/)(\.|gulpfile|webpack|rollup|vite|jest|babel|tests?/|__tests__/|mock)|\.(config|spec|test)\.[jt]s$"
)
# A path that goes on with something that is only known when the program runs. It is looked for from its first letter
# on alone, so that a text of a megabyte without an end takes no longer than any other.
_BEGINNING = re.compile(r"(?<![\w./@-])[\w./@-]*/[\w.@-]*(?=[\"'`]?\s*\+|[\"']\.concat|\$\{|\{\{)")
_MIN_BEGINNING = 3


def _resources(program: AuditedProgram) -> Iterator[Diagnostic]:
    is_ignored = _leaves_out(program)
    text = "\n".join(program.files.text(path) or "" for path in sorted(program.code))
    beginnings = {_plain(one) for one in _BEGINNING.findall(text)}
    beginnings = {one for one in beginnings if len(one) >= _MIN_BEGINNING}
    for path in sorted(path for paths in program.packages.values() for path in paths):
        if ending_of(path).lower() not in RESOURCE_ENDINGS or program.files.size(path) < MIN_BYTES or is_ignored(path):
            continue
        name = path.rpartition("/")[2]
        if name not in text and not any(one in f"/{path}" for one in beginnings):
            size = f"{program.files.size(path) / 1024:.0f}"
            yield Diagnostic("audit/unused-resource", Span(path), {"size": size})


def _code(program: AuditedProgram) -> Iterator[Diagnostic]:
    is_ignored = _leaves_out(program)
    for path in sorted(program.files.paths - program.code):
        if ending_of(path) not in _CODE or is_declaration_file(path) or is_from_npm(path) or _TOOL.search(path):
            continue
        # What another language was compiled to or from lies beside its twin.
        if program.files.size(path) >= MIN_BYTES and not _has_twin(program, path) and not is_ignored(path):
            yield Diagnostic("audit/unused-code", Span(path), {"size": f"{program.files.size(path) / 1024:.1f}"})


def _has_twin(program: AuditedProgram, path: str) -> bool:
    stem = path.rpartition(".")[0]
    return any(f"{stem}{ending}" in program.code for ending in (".js", ".ts", ".wxss", ".less", ".scss", ".sass"))


def _leaves_out(program: AuditedProgram) -> Callable[[str], bool]:
    """What git does not keep, cloud functions, and folders that are packages of their own."""
    files = program.files
    outside = [path.rpartition("/")[0] + "/" for path in files.paths if path.endswith("/package.json")]
    root = program.build.project.config.get("cloudfunctionRoot")
    inner = files.inner(root.strip("./")) if isinstance(root, str) else None
    folders = tuple(outside) + ((f"{inner}/",) if inner else ())
    is_ignored = git_ignored(files)
    return lambda path: path.startswith(folders) or is_ignored(files.outer(path))


def _plain(beginning: str) -> str:
    while beginning.startswith(("./", "../")):
        beginning = beginning.partition("/")[2]
    return beginning if beginning.startswith("/") else f"/{beginning}"


RESOURCES = AuditRule(
    ("audit/unused-resource",), "performance", 3, "Source: code package optimisation: resources are always packed",
    _resources,
)  # fmt: skip
CODE = AuditRule(("audit/unused-code",), "practice", 1, "Source: code quality: files without dependencies", _code)
