"""Flags for Chromium."""

from simulator.phone.environment import DRIVER_CACHE_VARIABLE, FLAGS_VARIABLE, SCENE_VARIABLE, prepare_environment


def test_the_sandbox_is_off_for_root_only() -> None:
    for is_root in (True, False):
        environment: dict[str, str] = {}
        prepare_environment(environment, is_root=is_root)
        assert ("--no-sandbox" in environment[FLAGS_VARIABLE].split()) is is_root


def test_software_rendering_without_a_screen() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    prepare_environment(environment, is_root=False)
    assert "--disable-gpu-compositing" in environment[FLAGS_VARIABLE].split()
    environment = {}
    prepare_environment(environment, is_root=False)
    assert "--disable-gpu-compositing" not in environment[FLAGS_VARIABLE].split()


def test_qt_draws_without_a_driver_on_a_screen_without_a_card() -> None:
    scenes = {}
    for platform, has_card in (("xcb", False), ("xcb", True), ("offscreen", False)):
        environment = {"QT_QPA_PLATFORM": platform}
        prepare_environment(environment, is_root=False, has_card=has_card)
        scenes[platform, has_card] = environment.get(SCENE_VARIABLE)
    assert scenes == {("xcb", False): "software", ("xcb", True): None, ("offscreen", False): None}
    environment = {SCENE_VARIABLE: "rhi"}
    prepare_environment(environment, is_root=False, has_card=False)
    assert environment[SCENE_VARIABLE] == "rhi"


def test_flags_of_the_user_stay_and_nothing_doubles() -> None:
    environment = {FLAGS_VARIABLE: "--lang=zh --disable-sync"}
    prepare_environment(environment, is_root=False)
    prepare_environment(environment, is_root=False)
    flags = environment[FLAGS_VARIABLE].split()
    assert flags[:2] == ["--lang=zh", "--disable-sync"]
    assert len(flags) == len(set(flags))


def test_the_driver_keeps_no_cache_that_a_full_disk_would_turn_into_a_crash() -> None:
    environment: dict[str, str] = {}
    prepare_environment(environment)
    assert environment[DRIVER_CACHE_VARIABLE] == "true"
