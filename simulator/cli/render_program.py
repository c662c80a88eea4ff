"""The running program behind `handset render`: everything but a screen.

Calls of wx.* that need no host work, on a storage of their own that is thrown away; the others fail, which counts as no
mistake of the program (`uncaught` leaves it out, `refused` names the calls). Questions to the
view are answered as if every element were empty and stood at the top left.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from runtime.api.logic_side import DeviceSnapshot, default_account, launch_settings, open_logic_apis
from runtime.platform.platform import Platform
from runtime.project.files import ProjectFiles
from runtime.protocol import codec
from runtime.protocol.launch import ProgramPlace
from runtime.protocol.logic import ApiCall
from simulator.device import DEFAULT_DEVICE, AppFacts, find_device, load_devices
from simulator.session.no_screen import nowhere
from simulator.worker.in_process import InProcessProgram

_PLATFORM = "devtools"
_REFUSAL = "there is no phone"


class RenderProgram(InProcessProgram):
    """One program. `data_folder` takes what it stores, `files` are those of its project.

    `notes_handler` hears of each handler that starts, and where it stands.
    """

    def __init__(
        self,
        platform: Platform,
        program: Mapping[str, Any],
        data_folder: Path,
        files: ProjectFiles,
        notes_handler: Callable[[str, str], None] = lambda what, where: None,
    ) -> None:
        self._notes_handler = notes_handler
        place = ProgramPlace(
            storage_file=str(data_folder / "storage.sqlite"),
            files_dir=str(data_folder),
            package_dir=str(files.root),
            project_dir=str(files.project_root),
            account=default_account("touristappid"),
        )
        device = find_device(load_devices(), DEFAULT_DEVICE).system_info(
            AppFacts(platform=_PLATFORM, is_debug=True), "default", has_tab_bar=False
        )
        settings = launch_settings(platform, place)
        self._apis = open_logic_apis(platform, place, DeviceSnapshot(device), self._take)
        self._answers: list[dict[str, Any]] = []
        self.refused: list[str] = []
        super().__init__(program, settings=msgspec.to_builtins(settings), device=device)

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """Answers what the logic process answers itself; the rest fails."""
        answer = self._apis.call(name, args, call_id, page_id=page_id, sync=sync, from_tap=from_tap)
        if answer:
            return answer
        result = {"errMsg": f"{name}:fail {_REFUSAL}"}
        if name not in self.refused:
            self.refused.append(name)
        if sync:
            return json.dumps({"ok": False, "result": result})
        self._answers.append({"m": "api-result", "call_id": call_id, "ok": False, "result": result})
        return ""

    def running(self, what: str, where: str) -> None:
        """A handler starts or has ended."""
        self._notes_handler(what, where)

    def _take(self, message: msgspec.Struct) -> None:
        if not isinstance(message, ApiCall):
            self.messages.append(json.loads(codec.encode(message)))

    def post(self, text: str) -> None:
        """Takes a message; a question to the view gets its answer with the next task."""
        super().post(text)
        message = self.messages[-1]
        if message["m"] == "view-call" and message["request_id"]:
            result = nowhere(message["call"])
            self._answers.append({"m": "view-reply", "request_id": message["request_id"], "result": result})

    def uncaught(self) -> list[dict[str, Any]]:
        """Messages `uncaught`: exceptions of the program, and Handset's own."""
        return [message for message in self.of("uncaught") if _REFUSAL not in message["message"]]

    def settle(self) -> None:
        """Runs tasks until none is left and every question is answered."""
        super().settle()
        while self._answers:
            self.engine.receive(json.dumps(self._answers.pop(0)))
            super().settle()
