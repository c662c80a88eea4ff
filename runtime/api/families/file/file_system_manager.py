"""wx.getFileSystemManager and its object: files of the program in its own folders, nothing else.

Source: reference, file system. Error texts as the reference lists them; numbers are the platform's errno.
"""

from __future__ import annotations

from runtime.api.families.file.compressed import read_compressed_file
from runtime.api.families.file.descriptors import (
    close_file,
    file_stats,
    open_file,
    read_bytes,
    truncate_file,
    write_bytes,
)
from runtime.api.families.file.file_contents import (
    access,
    append_file,
    copy_file,
    read_file,
    rename,
    truncate,
    unlink,
    write_file,
)
from runtime.api.families.file.folders import make_dir, read_dir, remove_dir, stat, unzip
from runtime.api.families.file.method import both, method
from runtime.api.families.file.saved_files import file_info, remove_saved, save_file, saved_files
from runtime.api.families.file.zip_entries import read_zip_entry
from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = (
    *both("access", access),
    *both("readFile", read_file, "data"),
    *both("writeFile", write_file),
    *both("appendFile", append_file),
    *both("mkdir", make_dir),
    *both("readdir", read_dir, "files"),
    *both("rmdir", remove_dir),
    *both("stat", stat, "stats"),
    *both("unlink", unlink),
    *both("rename", rename),
    *both("copyFile", copy_file),
    *both("truncate", truncate),
    *both("open", open_file, "fd"),
    *both("close", close_file),
    *both("read", read_bytes, "data"),
    *both("write", write_bytes, "bytesWritten"),
    *both("fstat", file_stats, "stats"),
    *both("ftruncate", truncate_file),
    *both("saveFile", save_file, "savedFilePath"),
    method("FileSystemManager.getFileInfo", file_info),
    method("FileSystemManager.getSavedFileList", saved_files),
    method("FileSystemManager.removeSavedFile", remove_saved),
    *both("readCompressedFile", read_compressed_file, "data"),
    method("FileSystemManager.unzip", unzip),
    method("FileSystemManager.readZipEntry", read_zip_entry),
    *in_js("getFileSystemManager", is_quiet=True),
)
