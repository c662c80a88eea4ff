"""Open documents: what is unsaved, how they stand to the disk, and what survives a crash."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ide.models.documents import Documents
from ide.models.journal import Journal
from ide.models.text_files import Refused


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "app.js").write_text("App({})\n")
    return folder


def open_documents(root: Path) -> Documents:
    return Documents(root, Journal(root.parent / "journal", root))


def test_an_edit_makes_dirty_and_undoing_it_makes_clean(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    documents.loaded("app.js", 1)
    documents.edited("app.js", 2)
    assert documents.dirty_paths == ["app.js"]
    documents.edited("app.js", 1)
    assert documents.dirty_paths == []


def test_saving_writes_the_text_and_tells(root: Path) -> None:
    documents = open_documents(root)
    saved: list[Path] = []
    documents.saved.connect(saved.append)
    documents.open("app.js")
    documents.text_arrived("app.js", "App({ a: 1 })\n", 2)
    assert documents.save("app.js") is None
    assert (root / "app.js").read_text() == "App({ a: 1 })\n"
    assert saved == [root / "app.js"]
    assert not documents["app.js"].is_dirty


def test_unsaved_text_is_offered_to_the_next_run_and_not_after_saving(root: Path) -> None:
    first = open_documents(root)
    first.open("app.js")
    first.text_arrived("app.js", "half a thought", 2)
    second = open_documents(root)
    (entry,) = second.left_behind()
    document = second.restore(entry)
    assert (document.text, document.is_dirty, document.conflict) == ("half a thought", True, "none")
    second.text_arrived("app.js", "half a thought", 2)
    second.save("app.js")
    assert open_documents(root).left_behind() == []


def test_text_left_behind_for_a_file_that_changed_since_is_a_conflict(root: Path) -> None:
    first = open_documents(root)
    first.open("app.js")
    first.text_arrived("app.js", "mine", 2)
    (root / "app.js").write_text("theirs")
    second = open_documents(root)
    assert second.restore(second.left_behind()[0]).conflict == "changed"


def test_text_left_behind_for_a_file_that_is_gone_is_not_lost(root: Path) -> None:
    first = open_documents(root)
    first.open("app.js")
    first.text_arrived("app.js", "mine", 2)
    (root / "app.js").unlink()
    second = open_documents(root)
    document = second.restore(second.left_behind()[0])
    assert (document.text, document.conflict) == ("mine", "deleted")


def test_a_change_on_disk_reloads_a_clean_document_and_asks_about_a_dirty_one(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    assert documents.look_at_disk("app.js") == "same"
    (root / "app.js").write_text("theirs")
    assert documents.look_at_disk("app.js") == "reload"
    documents.text_arrived("app.js", "mine", 2)
    assert documents.look_at_disk("app.js") == "conflict"
    documents.keep_mine("app.js")
    assert documents.look_at_disk("app.js") == "same"
    assert documents["app.js"].is_dirty
    documents.save("app.js")
    assert (root / "app.js").read_text() == "mine"


def test_loading_from_disk_gives_up_mine(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    documents.text_arrived("app.js", "mine", 2)
    (root / "app.js").write_text("theirs")
    documents.look_at_disk("app.js")
    assert documents.load_from_disk("app.js") == "theirs"
    documents.loaded("app.js", 3)
    assert not documents["app.js"].is_dirty
    assert documents["app.js"].conflict == "none"


def test_a_deleted_file_stays_open_and_saving_makes_it_again(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    (root / "app.js").unlink()
    assert documents.look_at_disk("app.js") == "deleted"
    assert documents.dirty_paths == ["app.js"]
    assert documents.save("app.js") is None
    assert (root / "app.js").read_text() == "App({})\n"


def test_a_deleted_file_that_comes_back_is_read_again_unless_it_was_edited(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    (root / "app.js").unlink()
    documents.look_at_disk("app.js")
    (root / "app.js").write_text("theirs")
    assert documents.look_at_disk("app.js") == "reload"
    documents.load_from_disk("app.js")
    assert not documents["app.js"].is_dirty
    documents.text_arrived("app.js", "mine", 2)
    (root / "app.js").unlink()
    documents.look_at_disk("app.js")
    (root / "app.js").write_text("others")
    assert documents.look_at_disk("app.js") == "conflict"


class _Refusing(Journal):
    """Stands where a file is, so that nothing can be kept in it."""

    def __init__(self, root: Path) -> None:
        (root.parent / "journal").write_text("a file in the way")
        super().__init__(root.parent / "journal", root)


def test_saving_needs_no_journal(root: Path) -> None:
    journal = _Refusing(root)
    told: list[str] = []
    journal.refused.connect(told.append)
    documents = Documents(root, journal)
    documents.open("app.js")
    documents.text_arrived("app.js", "mine", 2)
    assert documents.save("app.js") is None
    documents.text_arrived("app.js", "more", 3)
    assert documents.save("app.js") is None
    assert (root / "app.js").read_text() == "more"
    assert documents.left_behind() == []
    assert told == ["Not a directory"]


def test_a_read_only_file_is_not_written_unless_forced(root: Path) -> None:
    path = root / "app.js"
    path.chmod(stat.S_IRUSR)
    documents = open_documents(root)
    documents.open("app.js")
    documents.text_arrived("app.js", "mine", 2)
    assert documents.save("app.js") == Refused("read_only")
    assert path.read_text() == "App({})\n"
    assert documents["app.js"].is_dirty
    assert documents.save("app.js", force=True) is None
    assert path.read_text() == "mine"


def test_a_vanished_project_refuses_to_save_and_keeps_the_text(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    documents.text_arrived("app.js", "mine", 2)
    (root / "app.js").unlink()
    root.rmdir()
    assert documents.save("app.js") == Refused("folder_gone")
    assert [entry.text for entry in Journal(root.parent / "journal", root).entries()] == ["mine"]


def test_open_documents_follow_a_renamed_folder(root: Path) -> None:
    (root / "a").mkdir()
    (root / "a" / "x.js").write_text("x")
    documents = open_documents(root)
    documents.open("a/x.js")
    documents.text_arrived("a/x.js", "unsaved", 2)
    (root / "a").rename(root / "b")
    assert documents.renamed("a", "b") == [("a/x.js", "b/x.js")]
    assert documents.paths == ["b/x.js"]
    assert [entry.path for entry in Journal(root.parent / "journal", root).entries()] == ["b/x.js"]


def test_closing_gives_up_what_is_unsaved(root: Path) -> None:
    documents = open_documents(root)
    documents.open("app.js")
    documents.text_arrived("app.js", "mine", 2)
    documents.close("app.js")
    assert open_documents(root).left_behind() == []
