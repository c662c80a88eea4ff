"""The head of an answer, put together from the lines that libcurl hands over: of several heads the last one counts."""

from __future__ import annotations

FIRST_FINAL_STATUS = 200


class HttpHead:
    """Status and headers in the order and spelling received. `is_whole` once the empty line of the last head came."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: list[tuple[str, str]] = []
        self.is_whole = False

    def take(self, line: bytes) -> None:
        """One line. What comes after the head (trailers) is no part of it."""
        if self.is_whole:
            return
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            self.is_whole = self.status >= FIRST_FINAL_STATUS
        elif text.startswith("HTTP/"):
            self.status, self.headers = _status(text), []
        elif text[0] in " \t" and self.headers:
            name, value = self.headers[-1]
            self.headers[-1] = (name, f"{value} {text.strip()}")
        else:
            name, _, value = text.partition(":")
            self.headers.append((name, value.strip()))

    def value(self, name: str) -> str | None:
        """The first header of a name in lower case."""
        return next((value for written, value in self.headers if written.lower() == name), None)

    @property
    def length(self) -> int:
        """The length that the head announces, 0 without one."""
        written = self.value("content-length") or ""
        return int(written) if written.isascii() and written.isdigit() else 0


def _status(line: str) -> int:
    written = line.partition(" ")[2][:3]
    return int(written) if written.isascii() and written.isdigit() else 0
