#!/usr/bin/env python3
"""Sets the project up and starts things: needs only Python 3.11 or newer, and nothing installed.

    python dev.py run [PROJECT]     the IDE, with the bundled example if no project is named
    python dev.py test [ARGS]       the test suite, in parallel (arguments go to pytest instead)
    python dev.py handset ARGS      the command line, for example `handset check DIR`
    python dev.py check             ruff, mypy and import-linter

Everything goes into `.venv` beside this file. Set-up runs again only when the ranges in pyproject.toml or the list of
tested versions have changed.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # The folder from which this is called may be a project, and the variable may name it ("."). Nobody needs it here.
    for _named in os.environ.pop("PYTHONPATH", "").split(os.pathsep):
        sys.path[:] = [path for path in sys.path if path != os.path.abspath(_named)]

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "handset-setup.json"
RANGES = ROOT / "pyproject.toml"
TESTED_VERSIONS = ROOT / "resources" / "versions" / "tested.txt"
EXAMPLE = ROOT / "resources" / "examples" / "2048"
OLDEST_PYTHON = (3, 11)
IS_WINDOWS = os.name == "nt"
MISSING = "missing"
# The whole suite runs in as many processes as there are cores; a file stays whole, so that it starts one Chromium.
# Many tests wait for processes: one more than there are processors keeps these busy.
PARALLEL = ("--numprocesses", str(min((os.cpu_count() or 1) + 1, 5)), "--dist", "loadfile")

# What Qt WebEngine and Qt Multimedia load from a Debian or Ubuntu system. Alternatives (renamed packages) are separated
# by "|".
SYSTEM_PACKAGES = (
    "libnss3", "libnspr4", "libasound2t64|libasound2", "libglib2.0-0t64|libglib2.0-0", "libgssapi-krb5-2", "libudev1",
    "libxkbcommon0", "libxkbcommon-x11-0", "libegl1", "libgl1", "libpulse0",
    "libopengl0", "libxcomposite1", "libxdamage1", "libxrandr2", "libxtst6", "libxkbfile1", "libdbus-1-3",
    "libfontconfig1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1",
)  # fmt: skip
# Chinese letters, and the pictures of emoji.
FONTS = (
    "fonts-noto-cjk|fonts-droid-fallback|fonts-wqy-zenhei|fonts-wqy-microhei|fonts-arphic-uming",
    "fonts-noto-color-emoji|fonts-symbola",
)


class SetupError(Exception):
    """Set-up cannot go on; the text says what to do."""


def main(words: list[str]) -> int:
    """Carries out one command; returns the exit code."""
    command, *rest = words or ["help"]
    if command not in ("run", "test", "handset", "check"):
        print(__doc__)
        return 0 if command in ("help", "-h", "--help") else 2
    _ensure_python()
    if command == "run" and not _has_display():
        print(_no_display_text(), file=sys.stderr)
        return 1
    try:
        set_up()
    except SetupError as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    if command == "run":
        return _become([_tool("handset"), "open", *(rest or [str(EXAMPLE)])])
    if command == "handset":
        return _become([_tool("handset"), *rest])
    if command == "test":
        if not _has_display():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.chdir(ROOT)
        return _become([_tool("python"), "-m", "pytest", *(rest or PARALLEL)])
    checks = ([_tool("ruff"), "check"], [_tool("mypy")], [_tool("lint-imports")])
    return max([subprocess.call(check, cwd=ROOT) for check in checks])


# ---------------------------------------------------------------- set-up


def set_up() -> None:
    """Makes `.venv` and installs what is missing. Raises SetupError."""
    wanted = {
        "root": str(ROOT),
        "packages": hashlib.sha256(RANGES.read_bytes() + TESTED_VERSIONS.read_bytes()).hexdigest(),
        "system": hashlib.sha256(" ".join((*SYSTEM_PACKAGES, *FONTS)).encode()).hexdigest(),
    }
    done = _stamp()
    if done == wanted:
        return
    if done.get("system") != wanted["system"] and not _install_system_packages(try_it=done.get("system") != MISSING):
        wanted["system"] = MISSING
    if done.get("packages") != wanted["packages"] or done.get("root") != wanted["root"]:
        _install_python_packages()
    STAMP.write_text(json.dumps(wanted), "utf-8")


def _stamp() -> dict[str, str]:
    try:
        done: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return done if Path(_tool("python")).exists() else {}


def _install_python_packages() -> None:
    if not Path(_tool("python")).exists() or not _works([_tool("python"), "-m", "pip", "--version"]):
        print("dev.py: making .venv ...", flush=True)
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
        if made.returncode != 0:
            _install_venv_support(made.stdout + made.stderr)
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    print("dev.py: installing packages (about 300 MB the first time, a few minutes) ...", flush=True)
    install = [_tool("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]"]
    tested = [*install, "--constraint", str(TESTED_VERSIONS)]
    if subprocess.call(tested, cwd=ROOT) == 0:
        return
    print("dev.py: not all tested versions can be had here; taking what the ranges allow ...", flush=True)
    if subprocess.call(install, cwd=ROOT) != 0:
        raise SetupError("the packages could not be installed; see above. Try again with: python dev.py test")


def _install_venv_support(output: str) -> None:
    """Debian keeps a part of Python's venv module in a package of its own."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if "ensurepip" not in output or shutil.which("apt-get") is None:
        raise SetupError(f"the virtual environment could not be made:\n{output}")
    if not _apt_install([package]):
        raise SetupError(f"Python's venv module is not installed. Type this, then try again:\n  {_apt_line([package])}")


def _install_system_packages(*, try_it: bool) -> bool:
    """Installs what Qt WebEngine needs on Debian and Ubuntu; returns whether nothing is missing any more.

    Other systems need nothing, or name their packages differently: there it does nothing. Without `try_it` (it has
    failed before) it only says what is missing.
    """
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return True
    missing = _missing_packages()
    if not missing:
        return True
    if try_it and _apt_install(missing):
        return True
    print(
        "dev.py: system packages are missing and could not be installed from here. Type this line:\n"
        f"  {_apt_line(missing)}\nGoing on without them; the window may not open.",
        file=sys.stderr,
    )
    return False


def _missing_packages() -> list[str]:
    groups = [group.split("|") for group in (*SYSTEM_PACKAGES, *FONTS)]
    names = [name for group in groups for name in group]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names]
    listed = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    installed = {line.split()[0] for line in listed if line.endswith(" installed")}
    return ["|".join(group) for group in groups if not installed.intersection(group)]


def _apt_install(groups: list[str]) -> bool:
    """Installs one package of each group, if this user may; returns whether it worked."""
    prefix = _root_prefix()
    if prefix is None:
        return False
    print("dev.py: installing system packages: " + " ".join(g.split("|")[0] for g in groups), flush=True)
    quiet_apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call([*prefix, "apt-get", "update", "-qq"], env=quiet_apt)
    install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *_available(groups)]
    return subprocess.call(install, env=quiet_apt, stdout=subprocess.DEVNULL) == 0


def _apt_line(groups: list[str]) -> str:
    return "sudo apt-get update && sudo apt-get install -y " + " ".join(_available(groups))


def _available(groups: list[str]) -> list[str]:
    """Of each group the first package that this release of the system has; all first ones if it knows none."""
    known = [[name for name in group.split("|") if _has_candidate(name)] for group in groups]
    return [names[0] for names in known if names] or [group.split("|")[0] for group in groups]


def _has_candidate(name: str) -> bool:
    plain = {**os.environ, "LC_ALL": "C"}
    policy = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True, env=plain).stdout
    return "Candidate:" in policy and "Candidate: (none)" not in policy


def _root_prefix() -> list[str] | None:
    """What to put before a command that needs root; None if this user may not."""
    if not IS_WINDOWS and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _works(["sudo", "-n", "true"]):
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


# ---------------------------------------------------------------- the surroundings


def _ensure_python() -> None:
    """Goes on with a newer Python if this one is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            sys.exit(_become([newer, *sys.argv]))
    sys.exit(f"dev.py: Handset needs Python 3.11 or newer; this is {sys.version.split()[0]}")


def _has_display() -> bool:
    if IS_WINDOWS or sys.platform == "darwin":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _no_display_text() -> str:
    return (
        "dev.py: there is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open.\n"
        "  Start it from a desktop session, or on a virtual screen:  xvfb-run -a python dev.py run\n"
        "  Without a window:  python dev.py handset shot PROJECT --out picture.png"
    )


def _tool(name: str) -> str:
    return str(VENV / "Scripts" / f"{name}.exe") if IS_WINDOWS else str(VENV / "bin" / name)


def _become(command: list[str]) -> int:
    """Runs the command in this process's place, where the system can."""
    if IS_WINDOWS:
        return subprocess.call(command)
    os.execv(command[0], command)


def _works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
