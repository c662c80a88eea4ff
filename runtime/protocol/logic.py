"""Messages between the host and the logic process.

One frame is one message: 4 bytes big-endian length, then UTF-8 JSON with the tag in `"m"`.
A field of type `Raw` is JSON that this process passes on without looking into it; `Carries` says what it is.
Page ids are positive integers that are never reused within one host; `page_id` 0 means "no page".
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Raw, Struct

from runtime.protocol import debugging, recording
from runtime.protocol.answers import PageAnswer, SwapObstacle
from runtime.protocol.calls import EndedBy
from runtime.protocol.carried import Carries
from runtime.protocol.driving import DriverQuestion, ExposedCalled
from runtime.protocol.events import ViewEvent
from runtime.protocol.launch import LaunchOptions, Program, Settings
from runtime.protocol.numbers import Int32
from runtime.protocol.operations import Operation
from runtime.protocol.phone_device import SystemInformation
from runtime.protocol.previews import Looked, Preview
from runtime.protocol.program_questions import AskMemory, Dependents, Describe, FindNodes
from runtime.protocol.set_data import SetDataCall, WatchSetData
from runtime.protocol.stacks import StackFrame
from runtime.protocol.value_questions import ValueForm, ValueQuestion
from runtime.protocol.version import WIRE_VERSION
from runtime.protocol.view_calls import ViewRequest

LogForm = Literal["", "table", "group", "group-collapsed", "trace", "clear"]
NO_JSON = Raw(b"null")


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of all messages: frozen, tagged with the class name in kebab-case."""


# ---------------------------------------------------------------- host -> logic


class Launch(_Message, frozen=True, tag="launch"):
    """Starts a program in a fresh logic process. Sent once, before anything else.

    `version` is the host's; a logic process with another one does not start.
    """

    program: Annotated[Raw, Carries(Program)]
    device: Annotated[dict[str, Any], Carries(SystemInformation)]
    settings: Settings
    launch_options: LaunchOptions
    version: str = WIRE_VERSION


class RouteStep(Struct, frozen=True, omit_defaults=True):
    """One life-cycle step of a route, executed in the order given.

    `load` creates the page (component tree, onLoad), `show`/`hide`/`ready` call the page's life cycle,
    `unload` calls onUnload and detaches the tree, `app-show`/`app-hide` call the App's; `not-found` stands for a first
    page that does not exist: onPageNotFound.
    """

    step: Literal["load", "show", "hide", "unload", "app-launch", "app-show", "app-hide", "tab-tap", "not-found"]
    page_id: int = 0
    path: str = ""
    query: dict[str, str] = {}
    detail: dict[str, Any] = {}


class Route(_Message, frozen=True, tag="route"):
    """Carries out a route. `stack` is getCurrentPages() after it, bottom first."""

    open_type: str  # appLaunch, navigateTo, redirectTo, navigateBack, switchTab, reLaunch, autoReLaunch
    steps: list[RouteStep]
    stack: list[int]
    opener_call_id: int = 0  # the wx.navigateTo call whose event channel the opened page gets


class PageReady(_Message, frozen=True, tag="page-ready"):
    """The page's first render is on screen: `ready` lifetimes, then onReady."""

    page_id: int


class ViewEvents(_Message, frozen=True, tag="view-events"):
    """Events of a page's DOM, in the form described in resources/docs/wire.md."""

    page_id: int
    events: Annotated[Raw, Carries(list[ViewEvent])]


class PageEvent(_Message, frozen=True, tag="page-event"):
    """A page-level callback: onPullDownRefresh, onReachBottom, onPageScroll, onResize, onTabItemTap…"""

    page_id: int
    name: str
    detail: Raw = NO_JSON


class ViewReply(_Message, frozen=True, tag="view-reply"):
    """Answer of the view to a `ViewCall`. `error` is empty on success."""

    request_id: int
    result: Raw = NO_JSON
    error: str = ""


class Painted(_Message, frozen=True, tag="painted"):
    """The batch has reached the screen: setData callbacks may run."""

    page_id: int
    batch_id: int


class ApiResult(_Message, frozen=True, tag="api-result"):
    """End of one API call: the object for success or fail, with `errMsg`.

    `goes_on`: it has not ended; the host only had to see it (`Intercept`), the logic process carries it out.
    """

    call_id: int
    ok: bool
    result: Raw = NO_JSON
    goes_on: bool = False


class Intercept(_Message, frozen=True, tag="intercept"):
    """The calls that the host wants to see first though they end in the logic process (`request`,
    `FileSystemManager.stat`); they replace the former ones. Those of the start are `Launch.settings["intercepted"]`."""

    names: list[str]


class ApiEvent(_Message, frozen=True, tag="api-event"):
    """An event for `wx.on…` listeners (`target` empty) or for a task object (`target` = its call id as text)."""

    name: str
    detail: Raw = NO_JSON
    target: str = ""


class Evaluate(_Message, frozen=True, tag="evaluate"):
    """Evaluates source text; `this` and `page` are the page, `app` is the App. Answered by `Evaluated`.

    `ref` names a component of the page (`[instance, node]` of its host) that takes the page's place. `$0` is the node
    `chosen`, `$_` what was evaluated last with `keeps`.
    """

    request_id: int
    code: str
    page_id: int = 0
    await_promise: bool = True
    ref: list[int] = []
    form: ValueForm = "preview"
    chosen: list[int] = []
    keeps: bool = False


class Inspect(_Message, frozen=True, tag="inspect"):
    """Asks about a value kept by an earlier preview (`object_id`, its members from `start` on), a page, or its `node`.

    `data` is that of the page or, with a `ref`, of one of its components; `components` lists these as `[{ref, is}]`.
    `left-pages`: the pages that were unloaded and are still held, each a path, a line break and the way to it.
    `heap`: a `HeapCensus`.
    """

    request_id: int
    what: Literal["object", "data", "tree", "node", "components", "storage-changed", "left-pages", "heap"]
    page_id: int = 0
    object_id: int = 0
    start: int = 0
    ref: list[int] = []


class SetData(_Message, frozen=True, tag="set-data"):
    """Calls setData of a page or, with a `ref`, of one of its components. Answered by `Evaluated`."""

    request_id: int
    page_id: int
    data: Raw
    ref: list[int] = []


class AskPage(_Message, frozen=True, tag="ask-page"):
    """Calls onShareAppMessage, onShareTimeline, onAddToFavorites or onSaveExitState. Answered by `Inspected`:
    `{isDefined, result}`, after what the page promises.

    `detail` is what the callback gets; `event` is the view event of the element whose button it was (`target`).
    """

    request_id: int
    page_id: int
    name: str
    detail: dict[str, Any] = {}
    event: Annotated[Raw, Carries(ViewEvent | None)] = NO_JSON


class Patch(_Message, frozen=True, tag="patch"):
    """Swaps parts of the running program and keeps its state. Answered by `Patched`.

    `program` holds only what changed, in the same form as `Launch.program`. `is_rest`: it is what was not compiled yet
    when the program was launched, and nobody has asked for it so far.
    """

    request_id: int
    program: Annotated[Raw, Carries(Program)]
    templates: list[str]  # template paths whose function changed
    scripts: list[str]  # page or component script paths whose methods changed
    is_rest: bool = False


class DeviceChanged(_Message, frozen=True, tag="device-changed"):
    """The device snapshot after rotation, another model, theme or language."""

    device: Annotated[dict[str, Any], Carries(SystemInformation)]


class Ping(_Message, frozen=True, tag="ping"):
    """Heartbeat; the logic thread itself answers with `Pong`."""

    serial: int


class Shutdown(_Message, frozen=True, tag="shutdown"):
    """Ends the process in good order."""


# ---------------------------------------------------------------- logic -> host


class Ready(_Message, frozen=True, tag="ready"):
    """The base library is loaded; the process is a warm spare. `version`: of the wire that it speaks."""

    version: str = ""


class Launched(_Message, frozen=True, tag="launched"):
    """app.js has run (App.onLaunch comes with the first Route)."""


class DomBatch(_Message, frozen=True, tag="dom"):
    """DOM operations of one page (resources/docs/wire.md). `logic_ms`: time spent in the logic layer on it.
    `is_measured`: the view is to tell what its frame was spent on."""

    page_id: Int32
    batch_id: Int32
    ops: Annotated[Raw, Carries(list[Operation])]
    logic_ms: float = 0.0
    is_measured: bool = False


class ViewCall(_Message, frozen=True, tag="view-call"):
    """Asks the view of a page. Answered by `ViewReply` unless `request_id` is 0."""

    page_id: Int32
    request_id: Int32
    call: Annotated[Raw, Carries(ViewRequest)]


class ApiCall(_Message, frozen=True, tag="api-call"):
    """A wx.* call that the host carries out, or has asked to see (`Intercept`).

    Answered by `ApiResult`; with `sync` the logic process blocks for it. `stack`: where it was made, the nearest frame
    alone but for what goes over the network.
    """

    call_id: Int32
    name: str
    args: Raw
    page_id: Int32 = 0
    sync: bool = False
    from_tap: bool = False
    stack: list[StackFrame] = []


class ApiTrace(_Message, frozen=True, tag="api-trace"):
    """A wx.* call that the logic process carried out itself, for the timeline: sent when it has ended.

    `began_ms` is Unix time; `ended_by` says who ended it.
    """

    call_id: Int32
    name: str
    args: Raw
    result: Raw
    ok: bool
    began_ms: float
    duration_ms: float
    state: Literal["works", "simulated", "unsupported"]
    ended_by: EndedBy
    sync: bool = False
    stack: list[StackFrame] = []


class Log(_Message, frozen=True, tag="log"):
    """One console message. `args` are previews (resources/docs/wire.md, "Previews").

    `form`: which function of the console made it, where it is shown in its own way. `groups` are the numbers of the
    groups that it stands in, the outermost first; a message that opens a group has the number `opens`. Numbers count
    from 1 in each run.
    """

    level: Literal["log", "info", "warn", "error", "debug"]
    args: Annotated[Raw, Carries(list[Preview])]
    stack: list[StackFrame] = []
    source: Literal["program", "handset"] = "program"
    form: LogForm = ""
    groups: list[Int32] = []
    opens: Int32 = 0


class Uncaught(_Message, frozen=True, tag="uncaught"):
    """An exception that nobody caught, or a promise rejection that nobody handled."""

    message: str
    stack: list[StackFrame]
    kind: Literal["program", "environment", "handset"] = "program"
    where: str = ""  # "pages/index/index onLoad", "setTimeout callback", …
    page_id: Int32 = 0


class Evaluated(_Message, frozen=True, tag="evaluated"):
    """Answer to `Evaluate`, `CallFunction` and `SetData`: the value in the form that was asked for, or the error.

    `value` is a preview; of an error, that of what was thrown, if a form with handles was asked for. `json` is JSON
    text, empty if the value is undefined.
    """

    request_id: Int32
    value: Annotated[Raw, Carries(Preview | None)] = NO_JSON
    error: str = ""
    stack: list[StackFrame] = []
    json: str = ""


class Inspected(_Message, frozen=True, tag="inspected"):
    """Answer to `Inspect`, `Names`, `ListMembers`, `Describe`, `FindNodes`, `Dependents`, `AskMemory` and `AskPage`."""

    request_id: Int32
    value: Annotated[Raw, Carries(Looked | PageAnswer)] = NO_JSON


class Patched(_Message, frozen=True, tag="patched"):
    """Answer to `Patch`: whether the state could be kept, or why not: an `obstacle`, or the text of an error.

    `is_broken`: a script threw while it was evaluated anew (an `Uncaught` has told of it); the program goes on with
    what it had, `reason` is the error's text and `stack` says where.
    """

    request_id: Int32
    ok: bool
    reason: str = ""
    is_broken: bool = False
    stack: list[StackFrame] = []
    obstacle: SwapObstacle | None = None


class RouteDone(_Message, frozen=True, tag="route-done"):
    """All steps of the last `Route` have run."""

    stack: list[Int32]


class Pong(_Message, frozen=True, tag="pong"):
    """The logic thread is alive. `busy_ms`: how long the task took that the ping had to wait for; 0 if it had not."""

    serial: Int32
    busy_ms: float = 0.0


class Busy(_Message, frozen=True, tag="busy"):
    """The logic thread has been in one task for `since_ms`; sent once a second by a second thread of the process."""

    what: str  # "pages/index/index onTap (pages/index/index.js:12)"
    since_ms: float


ForJavaScript = (
    Launch | Route | PageReady | ViewEvents | PageEvent | ViewReply | Painted | ApiResult | ApiEvent
    | Evaluate | Inspect | ValueQuestion | DriverQuestion
    | SetData | Describe | FindNodes | Dependents | AskPage | Patch | DeviceChanged | Intercept | WatchSetData
    | debugging.ForJavaScript
)  # fmt: skip
"""What the base library receives. The process around it deals with all else."""

ForProcess = (
    Launch | ViewReply | ApiResult | Patch | DeviceChanged | Ping | Shutdown | Intercept | AskMemory
    | recording.ForProcess | debugging.ForProcess
)  # fmt: skip
"""What the process around the base library looks into; it hands on all else as it came."""

FromJavaScript = (
    Launched | DomBatch | ViewCall | ApiTrace | ApiEvent | Log | Uncaught | Evaluated | Inspected | Patched
    | RouteDone | SetDataCall | ExposedCalled | debugging.FromJavaScript
)  # fmt: skip
"""What the base library sends itself: `ApiEvent` for a worker, and a few of the `ApiTrace`."""

HostToLogic = ForJavaScript | ForProcess
LogicToHost = FromJavaScript | Ready | ApiCall | Pong | Busy | recording.FromProcess | debugging.FromProcess
