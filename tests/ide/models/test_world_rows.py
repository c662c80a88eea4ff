"""World values as rows in sections."""

from __future__ import annotations

from ide.models.texts import load_texts
from ide.models.world_rows import FAVOURITES, USUAL_FAVOURITES, sections
from runtime.world.world import new_world

KNOWN = new_world().known
EN, ZH = load_texts("en"), load_texts("zh")


def test_favourites_stand_on_top_in_their_order() -> None:
    first = sections(KNOWN, EN, ["memory.warning", "network.type", "gone"], "")[0]
    assert (first.key, [row.name for row in first.rows]) == (FAVOURITES, ["memory.warning", "network.type"])
    assert [section.key for section in sections(KNOWN, EN, [], "")] == [group.name for group in KNOWN.groups]
    assert set(USUAL_FAVOURITES) <= {*KNOWN.values, *KNOWN.events}


def test_a_search_finds_names_words_and_groups() -> None:
    def found(needle: str) -> list[str]:
        return [row.name for section in sections(KNOWN, ZH, USUAL_FAVOURITES, needle) for row in section.rows]

    assert found("BATTERY.LEV") == ["battery.level"]
    assert found("电量") == ["battery.level"]
    assert set(found("电池")) == {"battery.level", "battery.isCharging", "battery.isLowPower"}
    assert found("no such thing") == []


def test_options_have_words_where_there_are_some() -> None:
    rows = {row.name: row for section in sections(KNOWN, EN, [], "") for row in section.rows}
    assert rows["permission.camera"].options == ("ask", "allowed", "refused", "off in the system")
    assert rows["network.type"].options[:2] == ("wifi", "2g")
