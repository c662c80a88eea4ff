"""The phone's NFC as one program uses it: as a reader of tags, and as a card. It touches no radio: what is held to the
phone is the world's to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from runtime.api.port import Port


@dataclass(eq=False)
class Nfc:
    """`tell` fires an event of the reader's object while it looks for tags. `tag` is the name of the one that has been
    discovered, `tech` by what the program is connected to it, `open_sector` of MIFARE Classic. `aids`: what the
    phone is a card for."""

    tell: Callable[[str, Any], None] | None = None
    tag: str = ""
    tech: str = ""
    open_sector: int = -1
    watches: Callable[[], None] | None = None
    aids: Sequence[str] = ()
    card_watches: Callable[[], None] | None = None

    def stop_reading(self) -> None:
        """Tags are no longer looked for."""
        self.tell, self.tag = None, ""
        self.disconnect()
        if self.watches is not None:
            self.watches()
            self.watches = None

    def disconnect(self) -> None:
        """The program is connected to no tag."""
        self.tech, self.open_sector = "", -1

    def stop_card(self) -> None:
        """The phone is no card."""
        self.aids = ()
        if self.card_watches is not None:
            self.card_watches()
            self.card_watches = None

    def close(self) -> None:
        """The program has ended."""
        self.stop_reading()
        self.stop_card()


NFC: Port[Nfc] = Port("nfc", Nfc)
