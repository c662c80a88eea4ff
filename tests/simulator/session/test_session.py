"""The session as transcripts: what goes in, what comes out."""

from __future__ import annotations

from msgspec import Raw

from runtime.protocol import logic, shell, view
from simulator.session.commands import (
    Command,
    GoesRound,
    KeyHeard,
    OpenTypeAction,
    PageMissing,
    PageNeeded,
    PageOpening,
    PageShown,
    PageTurned,
    Restart,
    SettingsWish,
    ShareWish,
    ToLogic,
    ToView,
)
from simulator.session.facts import ProgramFacts
from simulator.session.routes import RouteFailure
from simulator.session.session import MOST_PASSED, CompiledProgram, LaunchRequest, Session
from simulator.session.url import PageUrl

PROGRAM = {
    "app": {"tabBar": {"list": [{"text": "Home"}, {"text": "Me"}]}},
    "pages": {
        "home": {"window": {"navigationBarTitleText": "Home"}, "tab": 0},
        "me": {"window": {}, "tab": 1},
        "detail": {"window": {}, "tab": -1},
    },
}


def new_session() -> Session:
    facts = ProgramFacts.from_program(PROGRAM)
    return Session(CompiledProgram(lambda: Raw(b"{}"), facts, lambda path: []))


def transcript(commands: list[Command] | RouteFailure) -> list[str]:
    assert not isinstance(commands, RouteFailure), commands
    return [_line(command) for command in commands]


def _line(command: Command) -> str:
    match command:
        case ToLogic(logic.Route(open_type, steps, stack)):
            return f"logic {open_type} {[f'{s.path}.{s.step}' if s.path else s.step for s in steps]} {stack}"
        case ToView(view.OpenPage(page_id, path, _, _, tab_index, can_go_back, _)):
            return f"view open {page_id} {path} tab={tab_index} back={can_go_back}"
        case ToView(view.ShowPages(page_id, animation, closed)):
            return f"view show {page_id} {animation} {closed}"
        case ToView(view.CallShell(call)):
            return f"view {type(call).__name__}"
        case ToLogic(message) | ToView(message):
            return type(message).__name__
        case PageShown(page):
            return f"shown {page.path}"
        case PageOpening(page):
            return f"opening {page.path}"
        case Restart() | ShareWish() | SettingsWish() | PageTurned():
            return type(command).__name__
        case KeyHeard(touched):
            return f"key {touched.key}"
        case OpenTypeAction(page_id, event):
            return f"wish {page_id} {event['type']}"
        case PageMissing(path):
            return f"missing {path}"
        case PageNeeded(path):
            return f"needs {path}"
        case GoesRound(paths):
            return f"goes round {paths}"


def started() -> Session:
    session = new_session()
    session.launch(LaunchRequest(), {}, {})
    return session


def test_launch_opens_the_entry_page() -> None:
    assert transcript(new_session().launch(LaunchRequest(), {}, {})) == [
        "Launch",
        "view Reset",
        "view SetTabBar",
        "view open 1 home tab=0 back=False",
        "opening home",
        "logic appLaunch ['app-launch', 'app-show', 'home.load', 'home.show'] [1]",
        "view show 1 none []",
        "shown home",
    ]


def test_a_page_on_top_slides_in_and_back_out() -> None:
    session = started()
    assert transcript(session.route("navigateTo", "detail?id=1")) == [
        "view open 2 detail tab=-1 back=True",
        "opening detail",
        "logic navigateTo ['home.hide', 'detail.load', 'detail.show'] [1, 2]",
        "view show 2 push []",
        "shown detail",
    ]
    assert transcript(session.on_view(view.ShellEvent(shell.BackTouched()))) == [
        "opening home",
        "logic navigateBack ['detail.unload', 'home.show'] [1]",
        "view show 1 pop [2]",
        "shown home",
    ]
    assert session.on_view(view.ShellEvent(shell.BackTouched())) == []


def test_a_relaunch_clears_the_screen_before_the_next_page_can_say_something() -> None:
    session = started()
    assert transcript(session.route("reLaunch", "/detail")) == [
        "view open 2 detail tab=-1 back=False",
        "view Clear",
        "opening detail",
        "logic reLaunch ['home.unload', 'detail.load', 'detail.show'] [2]",
        "view show 2 none [1]",
        "shown detail",
    ]


def test_a_tapped_tab_tells_the_page() -> None:
    session = started()
    commands = session.on_view(view.ShellEvent(shell.TabTouched(1)))
    assert transcript(commands)[-1] == "PageEvent"
    event = commands[-1]
    assert isinstance(event, ToLogic)
    assert isinstance(event.message, logic.PageEvent)
    assert event.message.page_id == 2
    assert bytes(event.message.detail) == b'{"index":"1","pagePath":"me","text":"Me"}'


def test_a_tab_that_is_shown_already_is_not_shown_again() -> None:
    session = started()
    assert transcript(session.route("switchTab", "/home")) == ["logic switchTab [] [1]"]
    tapped = transcript(session.on_view(view.ShellEvent(shell.TabTouched(0))))
    assert tapped == ["logic switchTab [] [1]", "PageEvent"]


def test_the_first_render_makes_a_page_ready_once() -> None:
    session = started()
    first = [type(c.message) for c in session.on_view(view.Rendered(1, 1, first=True)) if isinstance(c, ToLogic)]
    assert first == [logic.Painted, logic.PageReady]
    second = [type(c.message) for c in session.on_view(view.Rendered(1, 2)) if isinstance(c, ToLogic)]
    assert second == [logic.Painted]


def test_a_batch_for_a_closed_page_goes_nowhere() -> None:
    session = started()
    assert session.on_logic(logic.DomBatch(9, 1, Raw(b"[]"))) == []
    (reply,) = session.on_logic(logic.ViewCall(9, 5, Raw(b"{}")))
    assert isinstance(reply, ToLogic)
    assert isinstance(reply.message, logic.ViewReply)
    assert reply.message.error


def test_a_restart_opens_the_same_pages_with_new_ids() -> None:
    session = started()
    session.route("navigateTo", "/detail?id=1")
    request = LaunchRequest(former_stack=session.stack_urls())
    assert transcript(session.launch(request, {}, {})) == [
        "Launch",
        "view Reset",
        "view SetTabBar",
        "view open 3 home tab=0 back=False",
        "view open 4 detail tab=-1 back=True",
        "opening detail",
        "logic appLaunch ['app-launch', 'app-show', 'home.load', 'home.show', 'home.hide', 'detail.load',"
        " 'detail.show'] [3, 4]",
        "view show 4 none []",
        "shown detail",
    ]


def test_a_program_without_its_entry_page_is_refused() -> None:
    facts = ProgramFacts({}, "gone", {})
    outcome = Session(CompiledProgram(lambda: Raw(b"{}"), facts, lambda path: [])).launch(LaunchRequest(), {}, {})
    assert outcome == RouteFailure('page "gone" is not found')


def test_an_unknown_first_page_is_told_to_the_program_and_then_missing() -> None:
    session = new_session()
    assert transcript(session.launch(LaunchRequest(PageUrl("gone", {})), {}, {})) == [
        "Launch",
        "view Reset",
        "view SetTabBar",
        "logic appLaunch ['app-launch', 'app-show', 'gone.not-found'] []",
    ]
    assert transcript(session.on_logic(logic.RouteDone([]))) == ["missing gone"]
    assert session.on_logic(logic.RouteDone([])) == []


def test_the_program_goes_elsewhere_from_an_unknown_first_page() -> None:
    session = new_session()
    session.launch(LaunchRequest(PageUrl("gone", {})), {}, {})
    assert transcript(session.route("redirectTo", "detail"))[:3] == [
        "view open 1 detail tab=-1 back=False",
        "opening detail",
        "logic redirectTo ['detail.load', 'detail.show'] [1]",
    ]
    assert session.on_logic(logic.RouteDone([])) == []


def test_leaving_and_coming_back() -> None:
    session = started()
    assert transcript(session.set_foreground(visible=False)) == ["logic hide ['home.hide', 'app-hide'] [1]"]
    assert transcript(session.set_foreground(visible=True)) == ["logic appLaunch ['app-show', 'home.show'] [1]"]


def test_open_type_actions_do_not_reach_the_logic_layer() -> None:
    session = started()
    events = Raw(b'[{"type":"tap"},{"type":"navigate","detail":{"openType":"navigate","url":"/detail"}}]')
    assert transcript(session.on_view(view.Events(1, events))) == ["ViewEvents", "wish 1 navigate"]
    assert transcript(session.on_view(view.Events(1, Raw(b'[{"type":"tap"}]')))) == ["ViewEvents"]


def test_a_page_entered_from_outside_offers_the_way_home() -> None:
    session = new_session()
    commands = session.launch(LaunchRequest(PageUrl("detail", {})), {}, {})
    assert not isinstance(commands, RouteFailure)
    opened = [c.message for c in commands if isinstance(c, ToView) and isinstance(c.message, view.OpenPage)]
    assert [page.home_button for page in opened] == [True]


def test_a_tab_page_entered_from_outside_offers_no_way_home() -> None:
    session = new_session()
    commands = session.launch(LaunchRequest(PageUrl("me", {})), {}, {})
    assert not isinstance(commands, RouteFailure)
    opened = [c.message for c in commands if isinstance(c, ToView) and isinstance(c.message, view.OpenPage)]
    assert [(page.path, page.home_button) for page in opened] == [("me", False)]


def test_pages_that_send_their_user_on_without_end_are_told() -> None:
    session = started()
    lines: list[str] = []
    for number in range(MOST_PASSED + 1):
        lines += transcript(session.route("reLaunch", "/detail" if number % 2 else "/me"))
    assert [line for line in lines if line.startswith("goes round")] == ["goes round ('home', 'me', 'detail')"]


def test_a_page_that_is_drawn_ends_a_row_of_pages_that_send_on() -> None:
    session = started()
    for _ in range(3 * MOST_PASSED):
        commands = session.route("reLaunch", "/detail")
        assert not isinstance(commands, RouteFailure)
        assert not any(isinstance(command, GoesRound) for command in commands)
        top = session.pages.top
        assert top is not None
        session.on_view(view.Rendered(top.page_id, 1))


def test_a_layer_takes_the_next_step_back_for_itself() -> None:
    session = started()
    session.route("navigateTo", "/detail")
    signal = [view.LayersChanged(2, has_layer) for has_layer in (True, False)]
    assert session.on_view(signal[0]) == []
    assert session.route("navigateBack", "") == [ToView(view.CallShell(shell.CloseLayer(), page_id=2))]
    assert len(session.pages.stack) == 2
    session.on_view(signal[1])
    assert transcript(session.route("navigateBack", ""))[-1] == "shown home"


def test_a_layer_is_closed_where_there_is_no_page_to_go_back_to() -> None:
    session = started()
    assert isinstance(session.route("navigateBack", ""), RouteFailure)
    session.on_view(view.LayersChanged(1, has_layer=True))
    assert session.route("navigateBack", "") == [ToView(view.CallShell(shell.CloseLayer(), page_id=1))]


def begun(*built: str) -> tuple[Session, set[str]]:
    """A session on its first page; of the others those in the set are compiled."""
    there = {"home", *built}
    facts = ProgramFacts.from_program(PROGRAM)
    session = Session(CompiledProgram(lambda: Raw(b"{}"), facts, lambda path: [], there.__contains__))
    session.launch(LaunchRequest(), {}, {})
    return session, there


def test_a_route_to_a_page_that_is_not_compiled_waits_for_it() -> None:
    session, there = begun()
    before = session.pages
    assert transcript(session.route("navigateTo", "/detail?a=1", call_id=7)) == ["needs detail"]
    assert session.pages == before
    assert transcript(session.released()) == ["needs detail"]
    there.add("detail")
    assert transcript(session.released()) == transcript(begun("detail")[0].route("navigateTo", "/detail?a=1"))
    assert session.pages.top is not None
    assert (session.pages.top.path, session.pages.top.query) == ("detail", {"a": "1"})
    assert session.released() == []


def test_routes_that_come_meanwhile_keep_their_order() -> None:
    session, there = begun()
    session.route("navigateTo", "/detail")
    assert transcript(session.route("navigateBack", "")) == []
    assert transcript(session.on_view(view.ShellEvent(shell.TabTouched(1)))) == ["needs me"]
    there |= {"detail", "me"}
    session.released()
    assert [page.path for page in session.pages.stack] == ["me"]


def test_what_is_refused_is_refused_at_once() -> None:
    session, _ = begun()
    assert isinstance(session.route("navigateTo", "/me"), RouteFailure)
    assert isinstance(session.route("navigateTo", "/nowhere"), RouteFailure)
    assert session.released() == []


def test_a_new_start_forgets_the_routes_of_the_former_run() -> None:
    session, there = begun()
    session.route("navigateTo", "/detail")
    there.add("detail")
    session.launch(LaunchRequest(), {}, {})
    assert session.released() == []


def test_the_menu_leads_to_the_settings_page() -> None:
    assert transcript(started().on_view(view.ShellEvent(shell.MenuChosen("settings")))) == ["SettingsWish"]
    assert started().on_view(view.ShellEvent(shell.MenuChosen("about"))) == []


def test_a_key_of_the_computer_is_handed_on() -> None:
    key = shell.KeyTouched(is_down=True, key="a", code="KeyA", has_alt=False, has_shift=False, at_ms=1.5)
    assert transcript(started().on_view(view.ShellEvent(key))) == ["key a"]


def test_a_route_that_opens_a_page_is_led_to_another() -> None:
    session = started()
    session.route("navigateTo", "/detail?a=1", call_id=7)
    commands = session.rewrite(2, "/detail?b=2", keeps_query=False)
    assert transcript(commands) == [
        "view open 3 detail tab=-1 back=True", "opening detail",
        "logic navigateTo ['detail.load', 'detail.show'] [1, 3]", "view show 3 none [2]", "shown detail",
    ]  # fmt: skip
    assert isinstance(commands, list)
    routed = next(one.message for one in commands if isinstance(one, ToLogic))
    assert isinstance(routed, logic.Route)
    assert (routed.opener_call_id, routed.steps[0].query) == (7, {"b": "2"})
    session.route("navigateTo", "/detail?a=1")
    session.rewrite(4, "/detail?b=2", keeps_query=True)
    assert session.stack_urls()[-1] == PageUrl("detail", {"a": "1"})


def test_a_first_page_that_is_not_there_is_led_to_one_that_is() -> None:
    session = new_session()
    session.launch(LaunchRequest(PageUrl("gone", {})), {}, {})
    assert "logic appLaunch ['home.load', 'home.show'] [1]" in transcript(
        session.rewrite(0, "/home", keeps_query=False)
    )
    assert session.on_logic(logic.RouteDone([1])) == []


def test_what_has_begun_or_leads_nowhere_is_not_rewritten() -> None:
    session = started()
    session.on_view(view.Rendered(1, 1))
    assert isinstance(session.rewrite(1, "/detail", keeps_query=False), RouteFailure)
    session.route("navigateTo", "/detail")
    for url in ("/none", "/me"):
        assert isinstance(session.rewrite(2, url, keeps_query=False), RouteFailure)
    assert isinstance(session.rewrite(1, "/detail", keeps_query=False), RouteFailure)
    session.route("switchTab", "/me")
    assert isinstance(session.rewrite(3, "/detail", keeps_query=False), RouteFailure)
