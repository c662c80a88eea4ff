"""Tells when a running program has come to rest: nothing asked, nothing unpainted, quiet for a while."""

from __future__ import annotations

from runtime.protocol import logic, view

QUIET_MS = 120.0
DRAWING_MS = 3000.0
"""So long drawing on canvases, and what follows the samples of sensors, counts as being under way; what goes on longer
is endless."""


class Activity:
    """Follows the messages of one run. Times are milliseconds of one clock that the caller reads."""

    def __init__(self) -> None:
        self._open_calls: dict[int, str] = {}
        self._open_view_calls: dict[int, int] = {}  # request -> page
        self._closed: set[int] = set()
        self._unpainted: set[tuple[int, int]] = set()
        self._frames: set[int] = set()
        self._asked: set[int] = set()
        self._open_routes = 0
        self._last_ms = 0.0
        self._drawn_ms = -QUIET_MS
        self._begun: set[int] = set()  # pages that have sent a batch
        self._is_sampled = False
        self._of_samples: set[tuple[int, int]] = set()

    def to_logic(self, message: logic.HostToLogic, now_ms: float) -> None:
        """The host sent this to the logic process."""
        if isinstance(message, logic.ApiResult):
            self._open_calls.pop(message.call_id, None)
        elif isinstance(message, logic.ViewReply):
            if message.request_id in self._frames:
                self._frames.discard(message.request_id)
                return
            self._open_view_calls.pop(message.request_id, None)
        elif isinstance(message, logic.AskPage):
            self._asked.add(message.request_id)
        elif isinstance(message, logic.Route):
            self._open_routes += 1
        elif isinstance(message, logic.Ping | logic.Painted):
            return
        elif _is_sample(message):
            self._is_sampled = True
            return
        self._is_sampled = False
        self._last_ms = now_ms

    def from_logic(self, message: logic.LogicToHost, now_ms: float) -> None:
        """The logic process sent this."""
        if isinstance(message, logic.Pong | logic.Busy):
            return
        if isinstance(message, logic.ApiCall):
            self._open_calls[message.call_id] = message.name
        elif isinstance(message, logic.ViewCall) and _is_drawing(message):
            self._drawn_ms = now_ms
            if message.request_id:
                self._frames.add(message.request_id)
            return
        elif isinstance(message, logic.ViewCall) and message.request_id:
            self._open_view_calls[message.request_id] = message.page_id
        elif isinstance(message, logic.DomBatch) and self._follows_a_sample(message):
            self._drawn_ms = now_ms
            self._of_samples.add((message.page_id, message.batch_id))
            return
        elif isinstance(message, logic.DomBatch) and message.page_id not in self._closed:
            self._begun.add(message.page_id)
            self._unpainted.add((message.page_id, message.batch_id))
        elif isinstance(message, logic.Inspected):
            self._asked.discard(message.request_id)
        elif isinstance(message, logic.RouteDone):
            self._open_routes -= 1
        self._last_ms = now_ms

    def from_view(self, message: view.ViewToHost, now_ms: float) -> None:
        """The view sent this."""
        if isinstance(message, view.Reply) and message.request_id in self._frames:
            return
        if isinstance(message, view.Rendered):
            if (message.page_id, message.batch_id) in self._of_samples:
                self._of_samples.discard((message.page_id, message.batch_id))
                return
            self._unpainted.discard((message.page_id, message.batch_id))
        self._last_ms = now_ms

    def _follows_a_sample(self, batch: logic.DomBatch) -> bool:
        """Whether nothing else has been sent to the program lately. What a page shows first is never meant."""
        return self._is_sampled and batch.page_id in self._begun and batch.page_id not in self._closed

    def page_closed(self, page_id: int) -> None:
        """What the page was to paint, or sends before it hears of its end, will never be painted."""
        self._closed.add(page_id)
        self._of_samples = {key for key in self._of_samples if key[0] != page_id}
        self._unpainted = {key for key in self._unpainted if key[0] != page_id}
        self._open_view_calls = {call: page for call, page in self._open_view_calls.items() if page != page_id}

    def is_quiet(self, now_ms: float) -> bool:
        """Whether nothing is under way and nothing has happened for `QUIET_MS`.

        A dialog that waits for the user does not count as under way.
        """
        is_drawing = now_ms - self._drawn_ms < QUIET_MS and now_ms - self._last_ms < DRAWING_MS
        return not self.is_under_way and not is_drawing and now_ms - self._last_ms >= QUIET_MS

    @property
    def is_under_way(self) -> bool:
        """Whether somebody waits for an answer that is no person's. What only draws on canvases does not count."""
        waiting = any(name not in _WAITS_FOR_THE_USER for name in self._open_calls.values())
        return bool(waiting or self._open_view_calls or self._unpainted or self._asked or self._open_routes)

    def pending(self) -> list[str]:
        """What is still under way, in words, for a message about a deadline."""
        calls = [f"wx.{name.removeprefix('wx.')}" for name in self._open_calls.values()]
        batches = [f"batch {batch} of page {page}" for page, batch in sorted(self._unpainted)]
        asked = ["a page that is asked"] * len(self._asked)
        routes = ["a route"] * self._open_routes
        return [*calls, *asked, *routes, *(f"view call {serial}" for serial in sorted(self._open_view_calls)), *batches]


def _is_sample(message: logic.HostToLogic) -> bool:
    return isinstance(message, logic.ApiEvent) and message.name in _SAMPLES


def _is_drawing(call: logic.ViewCall) -> bool:
    """Whether a call only draws on canvases, or asks for the next frame of an animation."""
    is_canvas = bytes(call.call).startswith(_CANVAS)
    return is_canvas and (not call.request_id or bytes(call.call).endswith(_FRAME))


_CANVAS = b'{"name":"canvas"'
_FRAME = b'["frame"]]}'
_DIALOGS = (
    "addPhoneCalendar", "addPhoneContact", "addPhoneRepeatCalendar", "authorize", "chooseAddress", "chooseContact",
    "chooseImage", "chooseInvoiceTitle", "chooseLicensePlate", "chooseLocation", "chooseMedia", "chooseMessageFile",
    "choosePoi", "chooseVideo", "getFuzzyLocation", "getLocation", "getUserInfo", "getUserProfile", "getWeRunData",
    "makePhoneCall", "navigateToMiniProgram", "openSetting", "previewImage", "requestPayment",
    "requestSubscribeMessage", "saveImageToPhotosAlbum", "saveVideoToPhotosAlbum", "scanCode", "sendSms",
    "showActionSheet", "showModal", "startLocationUpdate", "startLocationUpdateBackground", "startSoterAuthentication",
)  # fmt: skip
"""Calls that ask the person at the phone, some of them for leave."""
_WAITS_FOR_THE_USER = frozenset([*_DIALOGS, *(f"wx.{name}" for name in _DIALOGS)])
_SAMPLES = frozenset(
    ["onAccelerometerChange", "onCompassChange", "onDeviceMotionChange", "onGyroscopeChange", "onLocationChange"]
)
"""Events of sensors come as long as they are on; what the program makes of them is another thing."""
