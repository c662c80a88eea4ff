"""wx.createWorker: checks here; the worker itself runs behind the port `workers`. Its events reach the listeners of
`runtime/js/logic/api/workers.js`.

Source: framework guide, multi-thread worker; reference, Worker.
"""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_js, in_logic
from runtime.api.logic_ports import LogicPorts


def create(call: Call, ports: LogicPorts) -> None:
    """createWorker; the worker is known by the id of this call."""
    script = call.text("scriptPath").lstrip("/")
    if not script:
        raise ApiFailure("parameter error: parameter.scriptPath should not be empty")
    ports.workers.start(call.request.call_id, script)
    call.succeed({"value": call.request.call_id})


def post(call: Call, ports: LogicPorts) -> None:
    """Worker.postMessage; a worker that has ended hears nothing."""
    ports.workers.post(call.task_id, call.args.get("message"))
    call.succeed()


def terminate(call: Call, ports: LogicPorts) -> None:
    """Worker.terminate: the worker ends at once, whatever it is doing."""
    ports.workers.end(call.task_id, is_told=False)
    call.succeed()


def test_process_killed(call: Call, ports: LogicPorts) -> None:
    """Worker.testOnProcessKilled: the worker ends as if the system had ended it."""
    ports.workers.end(call.task_id, is_told=True)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_logic("createWorker", create),
    in_logic("Worker.postMessage", post),
    in_logic("Worker.terminate", terminate),
    in_logic("Worker.testOnProcessKilled", test_process_killed),
    *in_js("Worker.onMessage", "Worker.onError", "Worker.onProcessKilled"),
)
