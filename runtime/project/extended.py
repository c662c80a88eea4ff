"""Extended libraries: what `useExtendedLib` of app.json brings without an installed package.

A package that the project has itself, built or in node_modules, is used as it is; without one, a rendition of its
look and its components that is part of Handset stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from runtime.project.files import ProjectFiles
from runtime.project.json_text import read_json
from runtime.project.resolve import NPM_FOLDER
from runtime.renditions import rendition

# Packages by the name under which `useExtendedLib` knows them.
EXTENDED_LIBRARIES: Mapping[str, str] = {"weui-miniprogram": "weui"}
# The sheet of a package that every page gets before app.wxss.
_STYLE = "weui-wxss/dist/style/weui.wxss"


def used_packages(files: ProjectFiles) -> tuple[str, ...]:
    """The packages behind the extended libraries that app.json uses."""
    libraries = read_json(files.text("app.json") or "", "app.json").members().get("useExtendedLib")
    used = [name for name, is_used in libraries.items() if is_used] if isinstance(libraries, dict) else []
    return tuple(package for package, library in EXTENDED_LIBRARIES.items() if library in used)


def package_folder(package: str) -> str:
    """Where a package lies in the program."""
    return f"{NPM_FOLDER}/{package}"


def style_of_package(package: str) -> str:
    """The sheet that every page gets, as a path of the program."""
    return f"{package_folder(package)}/{_STYLE}"


def stand_in(package: str) -> Mapping[str, Callable[[], bytes]]:
    """Handset's own rendition of a package by the paths in the program."""
    return {f"{package_folder(package)}/{path}": read for path, read in rendition(package).items()}
