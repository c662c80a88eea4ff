"""When a run counts as being at rest."""

from __future__ import annotations

from msgspec import Raw

from runtime.protocol import logic, view
from simulator.session.activity import DRAWING_MS, QUIET_MS, Activity

FRAME = Raw(b'{"name":"canvas","jobs":[["draw",[1,0],[110]],["frame"]]}')


def test_an_unpainted_batch_keeps_it_busy() -> None:
    activity = Activity()
    activity.from_logic(logic.DomBatch(1, 1, Raw(b"[]")), 0)
    assert not activity.is_quiet(10 * QUIET_MS)
    assert activity.pending() == ["batch 1 of page 1"]
    activity.from_view(view.Rendered(1, 1), 10 * QUIET_MS)
    assert not activity.is_quiet(10.5 * QUIET_MS)
    assert activity.is_quiet(11 * QUIET_MS)


def test_a_request_keeps_it_busy_and_a_dialog_does_not() -> None:
    activity = Activity()
    activity.from_logic(logic.ApiCall(1, "showModal", Raw(b"{}")), 0)
    assert activity.is_quiet(QUIET_MS)
    activity.from_logic(logic.ApiCall(2, "request", Raw(b"{}")), 0)
    assert not activity.is_quiet(QUIET_MS)
    assert activity.pending() == ["wx.showModal", "wx.request"]
    activity.to_logic(logic.ApiResult(2, True), 5)
    assert activity.is_quiet(5 + QUIET_MS)


def test_a_closed_page_leaves_nothing_behind() -> None:
    activity = Activity()
    activity.from_logic(logic.DomBatch(3, 1, Raw(b"[]")), 0)
    activity.from_logic(logic.ViewCall(3, 7, Raw(b'{"name":"query","requests":[]}')), 0)
    activity.page_closed(3)
    assert activity.is_quiet(QUIET_MS)
    # It hears of its end later than the host.
    activity.from_logic(logic.DomBatch(3, 2, Raw(b"[]")), 0)
    assert activity.is_quiet(QUIET_MS)
    assert activity.pending() == []


def test_a_route_is_under_way_until_its_steps_have_run() -> None:
    activity = Activity()
    activity.to_logic(logic.Route("appLaunch", [], [1]), 0)
    assert not activity.is_quiet(9 * QUIET_MS)
    activity.from_logic(logic.RouteDone([1]), 9 * QUIET_MS)
    assert activity.is_quiet(10 * QUIET_MS)


def test_drawing_counts_for_a_while_and_an_endless_animation_does_not() -> None:
    activity = Activity()
    activity.from_logic(logic.RouteDone([1]), 0)
    activity.to_logic(logic.Route("appLaunch", [], [1]), 0)
    now_ms = 0.0
    while now_ms + 16 < DRAWING_MS:
        activity.from_logic(logic.ViewCall(1, 5, FRAME), now_ms)
        activity.from_view(view.Reply(5), now_ms)
        activity.to_logic(logic.ViewReply(5), now_ms)
        assert not activity.is_quiet(now_ms + 16)
        now_ms += 16
    assert activity.is_quiet(now_ms + 32)


def test_a_drawing_that_waits_for_pictures_is_under_way() -> None:
    activity = Activity()
    drawing = Raw(b'{"name":"canvas","jobs":[["drawOld",[1,0],false,[],["a.png"]]]}')
    activity.from_logic(logic.ViewCall(1, 6, drawing), 0)
    assert not activity.is_quiet(2 * DRAWING_MS)
    activity.to_logic(logic.ViewReply(6), 5)
    assert activity.is_quiet(5 + QUIET_MS)


def test_samples_of_sensors_do_not_keep_it_busy_and_other_events_do() -> None:
    activity = Activity()
    activity.to_logic(logic.ApiEvent("onNetworkStatusChange"), 0)
    activity.to_logic(logic.ApiEvent("onAccelerometerChange"), QUIET_MS)
    assert activity.is_quiet(QUIET_MS)


def test_what_a_page_shows_of_each_sample_is_endless() -> None:
    activity, now_ms = Activity(), 0.0
    activity.to_logic(logic.ApiEvent("onAccelerometerChange"), 0)
    activity.from_logic(logic.DomBatch(1, 1, Raw(b"[]")), 0)
    assert activity.pending() == ["batch 1 of page 1"]
    activity.from_view(view.Rendered(1, 1), 0)
    for batch in range(2, int(DRAWING_MS / 20) + 2):
        assert not activity.is_quiet(now_ms)
        activity.to_logic(logic.ApiEvent("onAccelerometerChange"), now_ms)
        activity.from_logic(logic.DomBatch(1, batch, Raw(b"[]")), now_ms)
        activity.from_view(view.Rendered(1, batch), now_ms)
        now_ms += 20
    assert activity.is_quiet(now_ms)
    activity.to_logic(logic.ApiResult(9, True), now_ms)
    activity.from_logic(logic.DomBatch(1, 1000, Raw(b"[]")), now_ms)
    assert not activity.is_quiet(now_ms + 20 * QUIET_MS)


def test_a_question_for_leave_does_not_keep_it_busy() -> None:
    activity = Activity()
    activity.from_logic(logic.ApiCall(1, "getLocation", Raw(b"{}")), 0)
    assert activity.is_quiet(QUIET_MS)
