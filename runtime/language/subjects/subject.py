"""What a question can be about. Definition, references and rename ask one thing: where it occurs."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.language.styles.names import Block, NameKind


@dataclass(frozen=True, slots=True)
class ClassName:
    """A class of styles, seen from a file."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method of pages or components, by the stems of these."""

    name: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataKey:
    """A key of the data or a property of pages or components, by the path to it; `[]` stands for any item of a list."""

    keys: tuple[str, ...]
    stems: tuple[str, ...]

    @property
    def name(self) -> str:
        """The key itself."""
        return self.keys[-1]


@dataclass(frozen=True, slots=True)
class LoopVariable:
    """What the loop of a template that the element from `start` on runs calls its item or its index."""

    name: str
    path: str
    start: int
    is_index: bool


@dataclass(frozen=True, slots=True)
class StyleName:
    """A variable, mixin, function or placeholder of styles, seen from a file; `block`: where it counts there."""

    kind: NameKind
    name: str
    path: str
    block: Block


@dataclass(frozen=True, slots=True)
class Component:
    """A component of the project, by its stem."""

    stem: str


@dataclass(frozen=True, slots=True)
class ComponentTag:
    """The tag of a component, seen from a template or a configuration file."""

    tag: str
    stem: str
    path: str

    @property
    def name(self) -> str:
        """The tag."""
        return self.tag


@dataclass(frozen=True, slots=True)
class NamedTemplate:
    """A `<template name>` in the file that defines it."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ComponentEvent:
    """An event that a component triggers, by the component's stem."""

    name: str
    stem: str


@dataclass(frozen=True, slots=True)
class WxsMember:
    """What a wxs module offers under a name; `module`: the module stands in the template `path` and has that name."""

    name: str
    path: str
    module: str = ""


@dataclass(frozen=True, slots=True)
class WxsModule:
    """The name that a template gives to a wxs module."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a file that something leads to, and that nothing else is known of; a whole file from 0 to 0."""

    path: str
    start: int = 0
    end: int = 0


Subject = (
    ClassName | Method | DataKey | LoopVariable | StyleName | Component | ComponentTag | ComponentEvent | NamedTemplate
    | WxsMember | WxsModule | Spot
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A subject and where it was named."""

    subject: Subject
    start: int
    end: int
