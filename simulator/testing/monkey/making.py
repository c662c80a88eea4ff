"""Turns what could be done into a step: which of several elements, what is typed, which answer is given."""

from __future__ import annotations

from random import Random
from typing import assert_never

from simulator.testing.dialogs import Dialog
from simulator.testing.doing import Deed
from simulator.testing.monkey.moves import Move
from simulator.testing.monkey.texts import text_for, value_for
from simulator.testing.script import steps as does
from simulator.testing.script.choosing import way_to
from simulator.testing.script.seen_tree import SeenNode, SeenTree

_LONGEST_WORDS = 40


def make(move: Move, tree: SeenTree, chance: Random) -> tuple[Deed, str] | None:
    """A step and what its element shows; None if there is none (a picker without a range)."""
    match move.kind:
        case "tap" | "press" | "type" | "set" | "scrolled":
            return _on_element(move, tree, chance)
        case "back":
            return does.GoBack(), ""
        case "home":
            return does.GoHome(), ""
        case "tab":
            return does.SwitchTab(move.detail), ""
        case "end":
            return does.ScrollToEnd(), ""
        case "pull":
            return does.PullDown(), ""
        case "rotate":
            return does.Rotate(), ""
        case "leave":
            return does.LeaveProgram(), ""
        case "return":
            return does.ComeBack(), ""
        case "network":
            return does.SetWorld("network.type", move.detail), ""
        case "answer":
            return None
    assert_never(move.kind)


def answer_to(dialog: Dialog, chance: Random, before: int) -> Deed:
    """One of the ways to close a dialog; after `before` others in a row the one that was not taken last."""
    words = (dialog.title or dialog.content or next(iter(dialog.items), ""))[:_LONGEST_WORDS]
    confirms = chance.random() < 0.6 if before == 0 else before % 2 == 0
    if dialog.items:
        return does.ChooseEntry(words, chance.choice(dialog.items) if confirms else None)
    if not confirms and dialog.has_cancel:
        return does.AnswerDialog(words, confirms=False)
    return does.AnswerDialog(words, text=chance.choice(("", "tea", "x" * 200)) if dialog.is_editable else None)


def _on_element(move: Move, tree: SeenTree, chance: Random) -> tuple[Deed, str] | None:
    node = tree.at(chance.choice(move.refs))
    if node is None:
        return None
    way = way_to(tree, node.ref)
    if way is None:
        return None
    step: Deed
    if move.kind == "tap":
        step = does.Tap(way)
    elif move.kind == "press":
        step = does.LongPress(way)
    elif move.kind == "type":
        step = does.Fill(way, text_for(node, chance), confirms=chance.random() < 0.3)
    elif move.kind == "scrolled":
        step = does.Trigger(way, move.detail, {"direction": "bottom" if move.detail == "scrolltolower" else "top"})
    else:
        value = value_for(node, chance)
        if value is None:
            return None
        step = does.SetValue(way, value)
    return step, _shown(node)


def _shown(node: SeenNode) -> str:
    text = node.text or str(node.element.attr.get("placeholder") or "")
    return text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 1]}…"
