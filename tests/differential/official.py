"""The platform's own engines, from npm, as judges. Installed on first use into the ignored folder `tests/.npm`."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm"
PACKAGES = FOLDER / "node_modules"
LIBRARIES = {
    "tdesign-miniprogram": "tdesign-miniprogram/miniprogram_dist",
    "@vant/weapp": "@vant/weapp/lib",
    "weui-miniprogram": "weui-miniprogram/miniprogram_dist",
}


@dataclass(frozen=True)
class TemplateProgram:
    """A folder of templates; `using`: component tags by file; `jobs`: file and data to render."""

    root: Path
    using: dict[str, list[str]]
    jobs: list[tuple[str, Any]]


def install() -> None:
    """Brings the packages in if they are not there in the wanted versions."""
    wanted = (HERE / "packages.json").read_text("utf-8")
    stamp = FOLDER / "installed.json"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "package.json").write_text(wanted, "utf-8")
    npm = shutil.which("npm")
    assert npm is not None, "these tests need Node.js with npm"
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=FOLDER, check=True)
    for program in (PACKAGES / "miniprogram-compiler" / "bin" / "linux").iterdir():
        program.chmod(0o755)
    stamp.write_text(wanted, "utf-8")


def render_templates(programs: list[TemplateProgram]) -> list[dict[str, Any]]:
    """Per program `{"error"}` or `{"trees", "warnings"}`."""
    asked = {
        "compiler": str(PACKAGES / "miniprogram-compiler" / "bin" / "linux" / "wcc"),
        "programs": [
            {
                "root": str(program.root),
                "using": program.using,
                "jobs": [{"file": file, "data": data} for file, data in program.jobs],
            }
            for program in programs
        ],
    }
    answer: list[dict[str, Any]] = _node("official_templates.cjs", asked)
    return answer


def mount_components(root: Path, jobs: list[tuple[str, Any]], *, wait_ms: int) -> list[dict[str, Any]]:
    """Per job `{"tree", "errors"}` or `{"error"}`. The scripts below `root` must be CommonJS."""
    asked = {
        "packages": str(PACKAGES),
        "root": str(root),
        "jobs": [{"path": path, "properties": properties} for path, properties in jobs],
        "wait_ms": wait_ms,
    }
    answer: list[dict[str, Any]] = _node("official_components.cjs", asked)
    return answer


def _node(script: str, asked: Any) -> Any:
    result = subprocess.run(
        ["node", str(HERE / script)], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-3000:]
    return json.loads(result.stdout)
