"""What a file is, by its name: the editor's language, the tree's icon, and whether it is text at all."""

from __future__ import annotations

from pathlib import PurePosixPath

_LANGUAGES = {
    ".wxml": "wxml",
    ".wxss": "wxss",
    ".wxs": "wxs",
    ".js": "javascript",
    ".mjs": "javascript",
    ".cjs": "javascript",
    ".ts": "typescript",
    ".json": "json",
    ".less": "less",
    ".scss": "scss",
    ".sass": "sass",
    ".css": "css",
    ".html": "html",
    ".md": "markdown",
    ".xml": "xml",
    ".svg": "xml",
    ".yml": "yaml",
    ".yaml": "yaml",
    ".py": "python",
    ".sh": "shell",
}
_ICONS = {
    "javascript": "file-js",
    "typescript": "file-ts",
    "json": "file-json",
    "wxml": "file-wxml",
    "wxss": "file-wxss",
    "wxs": "file-wxs",
    "less": "file-wxss",
    "scss": "file-wxss",
    "sass": "file-wxss",
    "css": "file-wxss",
    "markdown": "file-text",
}
IMAGE_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".ico"))
_ICON_SUFFIXES = {**dict.fromkeys((*IMAGE_SUFFIXES, ".svg"), "file-image")}
CONFIG_FILES = frozenset(("app.json", "project.config.json", "project.private.config.json", "sitemap.json"))


def language_of(path: str) -> str:
    """Monaco's language id; `plaintext` if nothing better is known."""
    return _LANGUAGES.get(PurePosixPath(path).suffix.lower(), "plaintext")


def icon_of(path: str) -> str:
    """Name of the icon in `resources/icons`."""
    pure = PurePosixPath(path)
    if pure.name in CONFIG_FILES:
        return "file-config"
    suffix = pure.suffix.lower()
    return _ICON_SUFFIXES.get(suffix) or _ICONS.get(language_of(path), "file")
