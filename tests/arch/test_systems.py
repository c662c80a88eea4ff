"""Only runtime/systems knows that there are several systems."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASKS = re.compile(
    r"\bsys\.platform\b|\bos\.name\b|\bplatform\.(?:system|machine)\b|\bCREATE_NO_WINDOW\b|\bstart_new_session\b|"
    r"\bos\.(?:killpg|setsid|symlink|umask|geteuid|getuid|sep|altsep|linesep)\b|\.chmod\(|\bnormcase\b|/proc/|"
    r"\bis_symlink\(|\bislink\(|\bsamefile\(|\bntpath\b|\bPureWindowsPath\b|--system-font|"
    r"\"(?:PingFang|Microsoft YaHei|Menlo|Consolas|DejaVu|Noto Sans)\b|"
    r"^\s*import (?:resource|msvcrt|fcntl|winreg|signal)\b"
)
MATTERS = ("paths", "case", "links", "line_ends", "permissions", "signals", "process_groups", "fonts")
# Qt waits where Python would hear of a signal: an event of the window.
ELSEWHERE = {"simulator/running/interruption.py"}


def test_nothing_else_asks_for_the_system() -> None:
    asking = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in ("runtime", "simulator", "ide")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "runtime/systems/" not in path.as_posix() and str(path.relative_to(ROOT)) not in ELSEWHERE
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ASKS.search(line)
    ]
    assert asking == []


def test_each_matter_has_its_module() -> None:
    assert {path.stem for path in (ROOT / "runtime" / "systems").glob("*.py")} >= {*MATTERS}
