"""Compressed files: the work behind FileSystemManager.readCompressedFile. Source: reference: Brotli alone."""

from __future__ import annotations

from typing import Any

import brotli

from runtime.api.call import ApiFailure, Call, from_bytes
from runtime.api.families.file.encodings import INVALID_ARGUMENT
from runtime.api.families.file.zip_entries import MAX_BYTES
from runtime.api.file_paths import existing_file
from runtime.api.logic_ports import LogicPorts

DECOMPRESS_FAILED = 1301110


def read_compressed_file(call: Call, ports: LogicPorts) -> dict[str, Any]:
    """What is in the file, if it is no more than a program can hold."""
    source = existing_file(call, ports.areas, "filePath", "open")
    if call.text("compressionAlgorithm") != "br":
        raise ApiFailure("Invalid argument compressionAlgorithm", INVALID_ARGUMENT)
    decompressor = brotli.Decompressor()
    try:
        data = decompressor.process(source.read_bytes(), output_buffer_limit=MAX_BYTES + 1)
    except brotli.error as error:
        raise ApiFailure("decompress fail", DECOMPRESS_FAILED) from error
    if len(data) > MAX_BYTES:
        raise ApiFailure(f"the content is larger than {MAX_BYTES} bytes", DECOMPRESS_FAILED)
    if not decompressor.is_finished():
        raise ApiFailure("decompress fail", DECOMPRESS_FAILED)
    return {"data": from_bytes(data)}
