"""Commands that a MIFARE tag answers from its memory. Source: the tags' data sheets (MF1S50, MF0ICU2)."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from runtime.world.radio.tags import Tag, Tech

READ, WRITE_PAGE, WRITE_BLOCK, OPEN_WITH_A, OPEN_WITH_B = 0x30, 0xA2, 0xA0, 0x60, 0x61
DONE = b"\x0a"
PAGE_BYTES, BLOCK_BYTES, BLOCKS_A_SECTOR = 4, 16, 4
_KEY_BYTES, _ID_BYTES = 6, 4


@dataclass
class Memory:
    """A tag under commands. `open_sector` is the one whose key was given, -1: none."""

    tag: Tag
    open_sector: int

    def read(self, start: int, length: int) -> bytes | None:
        """Beyond its end it begins again; None where nothing is."""
        memory = bytes.fromhex(self.tag.memory)
        return (memory + memory)[start : start + length] if start < len(memory) else None

    def write(self, start: int, data: bytes) -> bytes | None:
        """None where nothing is, and on a tag that takes nothing."""
        memory = bytes.fromhex(self.tag.memory)
        if not self.tag.is_writable or start + len(data) > len(memory):
            return None
        self.tag = replace(self.tag, memory=(memory[:start] + data + memory[start + len(data) :]).hex())
        return DONE


def carry_out(command: bytes, tech: Tech, memory: Memory) -> bytes | None:
    """The tag's answer; None if it gives none."""
    if len(command) < len(b"\x30\x00"):
        return None
    if tech == "mifareClassic":
        return _classic(command, memory)
    return _ultralight(command, memory) if "mifareUltralight" in memory.tag.techs else None


def _ultralight(command: bytes, memory: Memory) -> bytes | None:
    code, page, data = command[0], command[1], command[2:]
    if code == READ:
        return memory.read(page * PAGE_BYTES, BLOCK_BYTES)
    if code == WRITE_PAGE and len(data) == PAGE_BYTES:
        return memory.write(page * PAGE_BYTES, data)
    return None


def _classic(command: bytes, memory: Memory) -> bytes | None:
    code, block, data = command[0], command[1], command[2:]
    sector = block // BLOCKS_A_SECTOR
    if code in (OPEN_WITH_A, OPEN_WITH_B) and len(data) == _ID_BYTES + _KEY_BYTES:
        is_right = data[_ID_BYTES:].hex() == memory.tag.key.lower()
        memory.open_sector = sector if is_right else -1
        return DONE if is_right else None
    if memory.open_sector != sector:
        return None
    if code == READ:
        return memory.read(block * BLOCK_BYTES, BLOCK_BYTES)
    if code == WRITE_BLOCK and len(data) == BLOCK_BYTES:
        return memory.write(block * BLOCK_BYTES, data)
    return None
