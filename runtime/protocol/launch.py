"""What a logic process is started with: the compiled program, the phone, the host's settings, the way in."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType


class _Part(Struct, frozen=True, omit_defaults=True):
    """Base: frozen."""


class PageEntry(_Part, frozen=True, rename="camel"):
    """One page. `window`: its effective configuration; `window_dark`: that of the dark theme, if there is one."""

    component: str
    window: dict[str, Any]
    tab: int
    package: str
    window_dark: dict[str, Any] | None = None


class ComponentEntry(_Part, frozen=True):
    """One page or component: its files, and what its JSON file says."""

    script: str | None
    template: str | None
    style: str | None
    using: dict[str, str]
    generics: dict[str, str | None]
    placeholders: dict[str, str]
    json: dict[str, Any]
    page: bool


class ModuleEntry(_Part, frozen=True):
    """Code and where it starts in the line space (wire.md, "Line space").

    `columns`: maps of columns that compiling has moved, `[line, column, source column]`; `evals`: calls of eval;
    `imports`: for the debugger, names that are imported and the code that reads them.
    """

    code: str
    line: int
    columns: list[list[tuple[int, int, int]]] = []
    evals: list[tuple[int, int]] = []
    imports: dict[str, str] = {}


class Program(_Part, frozen=True):
    """A compiled program (resources/docs/wire.md, "Program"). A part of one is what a `Patch` brings."""

    app: dict[str, Any]
    app_script: str | None
    pages: dict[str, PageEntry]
    components: dict[str, ComponentEntry]
    scripts: dict[str, ModuleEntry]
    templates: dict[str, ModuleEntry]
    wxs: dict[str, ModuleEntry]
    aliases: dict[str, str]
    npm: list[str]


class ProgramPlace(_Part, frozen=True):
    """Where a program lives and what it is called.

    `storage_file` is the database of wx.setStorage, `files_dir` holds the program's files, `package_dir` is its
    miniprogramRoot, which lies in the project folder `project_dir` (empty: the package is all of it).
    """

    storage_file: str
    files_dir: str
    package_dir: str
    account: dict[str, Any] = {}
    ext_config: dict[str, Any] = {}
    project_dir: str = ""


class ApiTable(_Part, frozen=True):
    """The registry of wx.* for the façade (`runtime.api.table`). `quiet`: functions that the timeline leaves out.

    `required`: of a function that JavaScript answers the arguments that it must have, with the types that they may be.
    """

    functions: dict[str, list[Any]]
    objects: dict[str, dict[str, list[Any]]]
    returns: dict[str, str]
    quiet: list[str]
    required: dict[str, list[tuple[str, list[str]]]]


class ExitState(_Part, frozen=True):
    """What onSaveExitState of the former run has saved."""

    path: str
    data: Any


class WorkerScript(_Part, frozen=True):
    """What a worker of wx.createWorker runs."""

    folder: str
    script: str


class PlayedReadings(_Part, frozen=True):
    """A run that is the same each time: from its first line on random numbers follow from `seed`, and its clock stands
    still at this time (ms since the epoch) until `handset.clock` of the evaluator lets it go on."""

    seed: int
    time_ms: float


class Settings(_Part, frozen=True):
    """`below`: the folder of the package in the project. Without `apis` and `place` a program has no wx.*.

    `intercepted`: names of calls of the logic process's own that the host wants to see first. `watches_set_data`: calls
    of setData are told from the first one on. `readings`: what the program reads of clocks and chance; none: the real
    ones.
    """

    apis: ApiTable | None = None
    place: ProgramPlace | None = None
    below: str = ""
    exit_state: ExitState | None = None
    intercepted: list[str] = []
    watches_set_data: bool = False
    worker: WorkerScript | None = None
    readings: PlayedReadings | None = None


class LaunchOptions(_Part, frozen=True, rename="camel"):
    """As App.onLaunch and App.onShow receive them."""

    path: str
    query: dict[str, str]
    scene: int
    referrer_info: dict[str, Any] | UnsetType = UNSET
