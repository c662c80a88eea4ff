"""The privacy contract: calls that touch what is the user's own wait until the user has agreed to it.

The program is asked first (`onNeedPrivacyAuthorization`); where it does not listen, the phone asks. Source: reference,
privacy authorization.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.interceptor import GoOn
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.registry import Entry
from runtime.api.simulation import ask_person

GUARDED = frozenset(
    [
        "addPhoneCalendar", "addPhoneContact", "addPhoneRepeatCalendar", "chooseAddress", "chooseContact",
        "chooseImage", "chooseInvoice", "chooseInvoiceTitle", "chooseLicensePlate", "chooseLocation", "chooseMedia",
        "chooseMessageFile", "choosePoi", "chooseVideo", "getClipboardData", "getFuzzyLocation", "getLocation",
        "getWeRunData", "openBluetoothAdapter", "requirePrivacyAuthorize", "saveImageToPhotosAlbum",
        "saveVideoToPhotosAlbum", "setClipboardData", "startLocationUpdate", "startLocationUpdateBackground",
        "startRecord",
    ]
)  # fmt: skip
REFUSED = ApiFailure("privacy permission is not authorized", 104)


class Privacy:
    """The interceptor. While one question is open, further calls wait for its answer."""

    patience_ms = 0

    def __init__(self, ports: HostPorts) -> None:
        self._ports = ports
        self._waiting: list[tuple[Call, GoOn]] = []

    @property
    def names(self) -> frozenset[str] | None:
        """None of them once the user has agreed."""
        return frozenset() if self._ports[WORLD]["privacy.isAgreed"] else GUARDED

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Holds the call until the question is answered."""
        if call.request.name in (self.names or ()):
            self.hold(call, go_on)
        else:
            go_on()

    def hold(self, call: Call, go_on: GoOn) -> None:
        """Goes on once the user has agreed, at once if that is so already; a refusal fails the call."""
        if self._ports[WORLD]["privacy.isAgreed"]:
            return go_on()
        self._waiting.append((call, go_on))
        if len(self._waiting) == 1:
            self._ports[WORLD].tell("privacy", {"referrer": call.request.name})

    def answered(self, event: str) -> None:
        """The program's answer: `agree`, `disagree`; `exposureAuthorization` says only that its question is seen.
        `unheard`: it does not listen."""
        if event == "unheard" and self._waiting:
            self._ask()
        elif event == "agree":
            self._end(is_agreed=True)
        elif event == "disagree":
            self._end(is_agreed=False)

    def forget(self) -> None:
        """The program has ended."""
        self._waiting.clear()

    def _ask(self) -> None:
        contract = self._ports[WORLD]["privacy.contractName"]
        dialog = {
            "title": "用户隐私保护提示",
            "content": f"使用前请阅读并同意{contract}",
            "confirmText": "同意",
            "cancelText": "拒绝",
        }

        def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
            self._end(is_agreed=not isinstance(answer, ApiFailure) and bool(answer.get("confirm")))

        ask_person(self._waiting[0][0], self._ports, dialog, answered)

    def _end(self, *, is_agreed: bool) -> None:
        waiting, self._waiting = self._waiting, []
        if is_agreed and waiting:
            self._ports[WORLD].set("privacy.isAgreed", True, "phone")
        for call, go_on in waiting:
            if is_agreed:
                call.guard(go_on)
            else:
                call.fail_with(REFUSED)
