"""The platform's own engines and the TypeScript compiler, from npm, as judges.

Installed on first use into the ignored folder `tests/.npm`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE.parent / ".npm"
PACKAGES = FOLDER / "node_modules"
TOOLS_VERSION = "2.1.42"
_SCHEMAS = "package/dist/schema/dist"
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


def newer_compiler_takes(templates: list[str]) -> list[bool]:
    """Which of the templates the compiler of the newer framework takes."""
    answer: list[bool] = _node("official_newer.cjs", {"packages": str(PACKAGES), "templates": templates})
    return answer


def schemas() -> Path:
    """The folder of the schemas of the platform's tools. The tools' own dependencies are not installed."""
    folder = FOLDER / f"schemas-{TOOLS_VERSION}"
    if not folder.exists():
        npm = shutil.which("npm")
        assert npm is not None, "these tests need Node.js with npm"
        FOLDER.mkdir(exist_ok=True)
        name = f"miniprogram-ci@{TOOLS_VERSION}"
        subprocess.run([npm, "pack", name, "--silent"], cwd=FOLDER, check=True, capture_output=True)
        with tarfile.open(FOLDER / f"miniprogram-ci-{TOOLS_VERSION}.tgz") as archive:
            members = [one for one in archive.getmembers() if one.name.startswith(f"{_SCHEMAS}/")]
            archive.extractall(folder, members, filter="data")
    return folder / _SCHEMAS


def validate(files: list[tuple[str, Any]]) -> list[dict[str, list[str]]]:
    """Per file `{"errors", "unknown"}`; a file is the name of its schema and its value."""
    asked = {
        "packages": str(PACKAGES),
        "schemas": str(schemas()),
        "files": [{"schema": schema, "value": value} for schema, value in files],
    }
    answer: list[dict[str, list[str]]] = _node("official_schemas.cjs", asked)
    return answer


def properties(schema: Path) -> list[str]:
    """The keys that a schema knows at its top."""
    script = f"process.stdout.write(JSON.stringify(Object.keys(require({json.dumps(str(schema))}).properties)))"
    result = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(result.stdout)
    return found


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
