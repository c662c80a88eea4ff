"""What Network does, without Qt: keeps up with the exchanges, filters and sorts them, and does to them what the user
wants: send again, keep out of reach, take along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, get_args
from urllib.parse import urlsplit

from ide.models.console.quantities import milliseconds, size
from ide.models.mocks.from_answers import add_rule, rule_of_exchange
from ide.models.network.columns import Column, domain, initiator, line
from ide.models.network.commands import curl, curl_for_windows, python
from ide.models.network.filters import Filter, Group
from ide.models.network.har import har_pieces
from ide.models.network.powershell import powershell
from ide.models.network.preview import Preview, hex_of, preview_of, text_of
from ide.models.network.shown import RowsChange, ShownExchanges
from ide.models.panel_presenter import PanelDesk, PanelPresenter
from ide.models.texts import Texts
from simulator.bridge.record import Record
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Body, Exchange, Frame

MOST_KEPT = 10_000
CONDITIONS: tuple[ConditionsName, ...] = get_args(ConditionsName)


class NetworkView(Protocol):
    """What the presenter asks of the widget."""

    def rows_changed(self, change: RowsChange) -> None: ...
    def chosen_changed(self) -> None: ...
    def state_changed(self) -> None: ...
    def stirred(self) -> None: ...


class NetworkPresenter(PanelPresenter[NetworkView]):
    """The exchanges of one project. The log is listened to once somebody looks."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self.network = desk.target.network
        self.shown = ShownExchanges(MOST_KEPT)
        self.is_preserving = False
        self.chosen: Exchange | None = None
        self._changed: dict[int, Exchange] = {}
        self._unsubscribe: Callable[[], None] | None = None

    @property
    def texts(self) -> Texts:
        """The words, in the present language."""
        return self._desk.appearance.texts

    # ------------------------------------------------------------ what comes

    def attach(self, view: NetworkView) -> None:
        """The first view begins the listening."""
        super().attach(view)
        if self._unsubscribe is None:
            self._unsubscribe = self.network.subscribe(self._heard)
            self.shown.take(self.network.exchanges())
            self._show(RowsChange(reset=True))

    def receive(self, records: Sequence[Record]) -> None:
        """A launch forgets what came before it, unless that is to be kept; the world says how good the network is."""
        if not self.is_preserving and any(record.code == "launch" for record in records):
            self.clear()
        if any(record.code == "world" for record in records):
            self._tell(lambda view: view.state_changed())

    def refresh(self) -> None:
        """Shows what has come since."""
        if self._changed:
            changed, self._changed = self._changed, {}
            self._show(self.shown.take(changed.values()))
            if self.chosen is not None and self.chosen.number in changed:
                self.chosen = changed[self.chosen.number]
                self._tell(lambda view: view.chosen_changed())

    def lines(self) -> list[str]:
        """The exchanges that are shown, or without a view all that there are."""
        shown = self.shown.rows() if self._views else self.network.exchanges()
        return [line(exchange) for exchange in shown]

    def close(self) -> None:
        """The project is closed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        super().close()

    # ------------------------------------------------------------ toolbar

    def clear(self) -> None:
        """Forgets all exchanges."""
        self.network.clear()
        self._changed.clear()
        self.choose(None)
        self._show(self.shown.clear())

    def set_preserving(self, *, preserving: bool) -> None:
        """Whether a launch keeps what came before it."""
        self.is_preserving = preserving

    def set_group(self, group: Group) -> None:
        """Shows one kind alone."""
        self._filter(Filter(group, self.shown.filter.text))

    def set_text(self, text: str) -> None:
        """Shows what passes the text."""
        self._filter(Filter(self.shown.filter.group, text))

    def sort(self, column: Column | None, *, descending: bool) -> None:
        """Another order."""
        self._show(self.shown.sort(column, descending=descending))

    def set_conditions(self, name: ConditionsName) -> None:
        """The phone's network is as good as that from now on."""
        self.network.set_conditions(name)
        self._tell(lambda view: view.state_changed())

    def set_blocked(self, text: str) -> None:
        """Addresses that are out of reach, apart by blanks."""
        self.network.block(text.split())
        self._tell(lambda view: view.state_changed())

    def summary(self) -> str:
        """How many exchanges there are and are shown, what they brought, how long it took."""
        rows = self.shown.rows()
        wire = sum(one.wire_bytes or (one.body.size_bytes if one.body is not None else 0) for one in rows)
        ends = [one.time_ms + one.duration_ms for one in rows if one.duration_ms is not None]
        span = max(ends) - min(one.time_ms for one in rows) if ends else 0
        return self.texts(
            "network.summary", shown=len(rows), count=self.shown.count, size=size(wire), time=milliseconds(span),
        )  # fmt: skip

    # ------------------------------------------------------------ the chosen exchange

    def choose(self, number: int | None) -> None:
        """Shows what is known of an exchange."""
        self.chosen = None if number is None else self.shown.find(number)
        self._tell(lambda view: view.chosen_changed())

    def answer(self, *, as_bytes: bool = False, as_text: bool = False) -> Preview:
        """The body of the chosen exchange's answer."""
        chosen = self.chosen
        return (
            Preview("none")
            if chosen is None
            else self._look(chosen.body, chosen.media_type, as_bytes=as_bytes, as_text=as_text)
        )

    def payload(self) -> Preview:
        """The body that it sent."""
        chosen = self.chosen
        if chosen is None or chosen.request_body is None:
            return Preview("none")
        written = next((value for name, value in chosen.request_headers if name.lower() == "content-type"), "")
        return self._look(chosen.request_body, written)

    def frames(self) -> Sequence[Frame]:
        """The messages of a socket."""
        return () if self.chosen is None or self.chosen.kind != "socket" else self.network.frames(self.chosen.number)

    def message(self, frame: Frame) -> Preview:
        """What is in one of them."""
        return self._look(frame.body, "", as_bytes=not frame.is_text)

    def open_source(self, file: str, line_number: int, column: int) -> None:
        """Shows a line of the project."""
        self._desk.open_source(file, line_number, column)

    def open_initiator(self, exchange: Exchange) -> None:
        """Shows the line that asked for it."""
        frame = initiator(exchange)
        if frame is not None:
            self.open_source(frame.file, frame.line, frame.column)

    # ------------------------------------------------------------ what is done to an exchange

    def replay(self, exchange: Exchange) -> None:
        """Sends it once more; says why not."""
        why = self.network.replay(exchange)
        if why:
            self._desk.say(self.texts(f"network.no_replay.{why}"))

    def block_address(self, exchange: Exchange) -> None:
        """Keeps the address out of reach, whatever its query."""
        self._block(exchange.url.partition("?")[0])

    def block_domain(self, exchange: Exchange) -> None:
        """Keeps all of its host out of reach."""
        try:
            self._block(f"//{urlsplit(exchange.url).netloc}/")
        except ValueError:
            self._block(exchange.url)

    def unblock_all(self) -> None:
        """All addresses are in reach again."""
        self.set_blocked("")

    def show_domain_only(self, exchange: Exchange) -> str:
        """The filter that shows the exchanges with its host alone; set as well."""
        text = f"domain:{domain(exchange)}"
        self.set_text(text)
        return text

    def mock(self, exchange: Exchange) -> None:
        """Calls to this address are answered from now on as this one was."""
        body = None if exchange.body is None else self.network.body(exchange.body)
        self._desk.say(add_rule(self._desk.target.mocks, rule_of_exchange(exchange, body), self.texts))

    def as_curl(self, exchange: Exchange) -> str:
        """A command for a POSIX shell."""
        return curl(exchange, self._sent(exchange))

    def as_curl_for_windows(self, exchange: Exchange) -> str:
        """A command for the Windows prompt."""
        return curl_for_windows(exchange, self._sent(exchange))

    def as_powershell(self, exchange: Exchange) -> str:
        """A command for PowerShell."""
        return powershell(exchange, self._sent(exchange))

    def as_python(self, exchange: Exchange) -> str:
        """A script."""
        return python(exchange, self._sent(exchange))

    def answer_text(self, exchange: Exchange) -> str:
        """The body of the answer as text, as far as it is kept."""
        found = None if exchange.body is None else self.network.body(exchange.body)
        return (found or b"").decode("utf-8", "replace")

    def har(self, exchanges: Sequence[Exchange] | None = None) -> Iterator[str]:
        """The text of a HAR file of some exchanges or of all that are shown, in pieces."""
        chosen = self.shown.rows() if exchanges is None else exchanges
        return har_pieces(chosen, self.network.body, self.network.frames)

    # ------------------------------------------------------------ within

    def _heard(self, exchange: Exchange) -> None:
        is_first = not self._changed
        self._changed[exchange.number] = exchange
        if len(self._changed) > 2 * MOST_KEPT:
            for number in list(self._changed)[:MOST_KEPT]:
                del self._changed[number]
        # What comes while nobody looks is shown once somebody does.
        if is_first and self.is_seen:
            self._tell(lambda view: view.stirred())

    def _filter(self, chosen: Filter) -> None:
        self._show(self.shown.set_filter(chosen))

    def _show(self, change: RowsChange) -> None:
        self._tell(lambda view: view.rows_changed(change))

    def _block(self, pattern: str) -> None:
        self.network.block([*self.network.blocked, pattern])
        self._tell(lambda view: view.state_changed())

    def _sent(self, exchange: Exchange) -> bytes | None:
        return None if exchange.request_body is None else self.network.body(exchange.request_body)

    def _look(self, body: Body | None, media_type: str, *, as_bytes: bool = False, as_text: bool = False) -> Preview:
        if body is None:
            return Preview("none")
        content = self.network.body(body)
        if content is None or not content:
            return Preview("none" if content is not None else "gone")
        if as_bytes:
            return hex_of(content)
        if as_text:
            return text_of(content, media_type, is_whole=body.is_whole)
        return preview_of(content, media_type, is_whole=body.is_whole)
