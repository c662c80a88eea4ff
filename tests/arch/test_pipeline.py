"""Nobody goes past the pipeline: scopes are asked by its stage, handlers know nothing of it, events have a source."""

from __future__ import annotations

from tests.arch.sources import name_of, source_files


def naming(text: str, *folders: str) -> set[str]:
    return {name_of(path) for path in source_files(".py", folders=folders) if text in path.read_text("utf-8")}


def test_a_scope_is_asked_by_the_stage_and_by_the_api_that_is_about_scopes() -> None:
    assert naming("require_scope(", "runtime", "simulator", "ide") == {
        "runtime/api/simulation.py",
        "runtime/api/interceptors/permission.py",
        "runtime/api/families/open_api/authorize.py",
    }


def test_who_answers_dialogs_and_what_is_played_is_asked_in_one_place_each() -> None:
    assert naming('["answers.dialogs"]', "runtime", "simulator") == {"runtime/api/simulation.py"}
    assert naming("outcomes_of(", "runtime/api", "simulator") == {"runtime/api/interceptors/world.py"}


def test_handlers_know_nothing_of_who_carries_calls_out() -> None:
    for module in ("runtime.api.pipeline", "runtime.api.interceptor", "runtime.platform.platform", "simulator."):
        assert naming(f"from {module}", "runtime/api/families") == set()


def test_events_of_the_phone_are_sent_by_their_sources_alone() -> None:
    assert naming("logic.ApiEvent(", "simulator/running", "simulator/api", "ide") == {"simulator/api/call_host.py"}
    assert naming('event("on', "runtime/api", "simulator/api", "simulator/running") == set()
