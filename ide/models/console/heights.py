"""Heights of very many rows: sums and look-ups without going through all of them."""

from __future__ import annotations

CHUNK_ROWS = 256


class RowHeights:
    """Heights in pixels, in chunks of at most 256 rows with their sums. An unmeasured row has the default height."""

    def __init__(self, default: int) -> None:
        self._default = default
        self._chunks: list[list[int]] = []
        self._sums: list[int] = []
        self._count = 0
        self._dropped = 0  # rows taken from the front of the first chunk

    def __len__(self) -> int:
        return self._count

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return sum(self._sums)

    def reset(self, count: int) -> None:
        """All rows anew, none of them measured."""
        self._chunks = [[self._default] * min(CHUNK_ROWS, count - at) for at in range(0, count, CHUNK_ROWS)]
        self._sums = [len(chunk) * self._default for chunk in self._chunks]
        self._count = count
        self._dropped = 0

    def append(self, count: int) -> None:
        """Adds unmeasured rows at the end."""
        self._count += count
        while count:
            room = self._room()
            if room == 0:
                self._chunks.append([])
                self._sums.append(0)
            added = min(room or CHUNK_ROWS, count)
            self._chunks[-1].extend([self._default] * added)
            self._sums[-1] += added * self._default
            count -= added

    def remove_first(self, count: int) -> int:
        """Takes rows away from the top; returns their height."""
        before = self.total
        self._count -= count
        while count:
            taken = min(count, len(self._chunks[0]))
            self._sums[0] -= sum(self._chunks[0][:taken])
            del self._chunks[0][:taken]
            self._dropped += taken
            count -= taken
            if not self._chunks[0]:
                del self._chunks[0], self._sums[0]
                self._dropped = 0
        return before - self.total

    def __getitem__(self, index: int) -> int:
        chunk, offset = self._locate(index)
        return self._chunks[chunk][offset]

    def set(self, index: int, height: int) -> int:
        """Puts in a measured height; returns by how much the row grew."""
        chunk, offset = self._locate(index)
        growth = height - self._chunks[chunk][offset]
        self._chunks[chunk][offset] = height
        self._sums[chunk] += growth
        return growth

    def top_of(self, index: int) -> int:
        """Where the row begins; `index` may be the number of rows (the end)."""
        if index >= self._count:
            return self.total
        chunk, offset = self._locate(index)
        return sum(self._sums[:chunk]) + sum(self._chunks[chunk][:offset])

    def row_at(self, y: int) -> int:
        """The row that covers `y`; the last one below the end, 0 when there are none."""
        index = 0
        for chunk, total in zip(self._chunks, self._sums, strict=True):
            if y < total:
                for height in chunk:
                    if y < height:
                        return index
                    y -= height
                    index += 1
            y -= total
            index += len(chunk)
        return max(0, self._count - 1)

    def _room(self) -> int:
        """How many rows the last chunk can still take."""
        if not self._chunks:
            return 0
        return CHUNK_ROWS - len(self._chunks[-1]) - (self._dropped if len(self._chunks) == 1 else 0)

    def _locate(self, index: int) -> tuple[int, int]:
        if not 0 <= index < self._count:
            raise IndexError(index)
        place = index + self._dropped
        chunk = place // CHUNK_ROWS
        return chunk, place % CHUNK_ROWS - (self._dropped if chunk == 0 else 0)
