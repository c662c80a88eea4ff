"""Text as Markdown shows it."""

from __future__ import annotations


def code(language: str, text: str) -> str:
    """A block of code."""
    return f"```{language}\n{text.replace('`', '´')}\n```"


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return text.replace("\\", "\\\\").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace("`", "\\`")
