"""wx.createWorker: what is asked of the port, and what is refused before it."""

from __future__ import annotations

from tests.support.wx_program import WxProgram


def test_a_worker_needs_a_script(program: WxProgram) -> None:
    program.run("try { wx.createWorker('/') } catch (error) { log.push(error.message); }")
    assert program.log() == ["createWorker:fail parameter error: parameter.scriptPath should not be empty"]


def test_a_run_without_processes_refuses_workers(program: WxProgram) -> None:
    program.run("try { wx.createWorker('workers/a.js') } catch (error) { log.push(error.message); }")
    assert program.log() == ["createWorker:fail there are no workers in this run"]
