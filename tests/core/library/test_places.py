"""A library in a folder that a service or a network holds is noticed, and copied home whole."""

import pytest

from desktop_app.errors import UserError
from desktop_app.library.library import Library
from desktop_app.library.places import _file_system, copy_to, why_not_there
from desktop_app.query.query import Query


@pytest.mark.parametrize(
    "folder", ["Dropbox", "OneDrive - Ministry", "Google Drive", "Mobile Documents", "NAVER MYBOX"]
)
def test_a_folder_of_a_cloud_service_is_noticed(tmp_path, folder):
    said = str(why_not_there(tmp_path / folder / "work" / "a.dateline"))
    assert folder.split(" -")[0] in said


def test_a_folder_that_a_service_marked_is_noticed(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert "stfolder" in str(why_not_there(tmp_path / "a.dateline"))


def test_a_folder_of_ones_own_is_not(tmp_path):
    assert why_not_there(tmp_path / "my Dropbox notes" / "a.dateline") is None


def test_the_file_system_is_that_of_the_nearest_mount(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/a / ext4 rw 0 0\nserver:/b /mnt/the\\040share nfs4 rw 0 0\n"
        "/dev/c /mnt/the\\040share/local btrfs rw 0 0\n"
    )
    kinds = [
        _file_system(tmp_path.__class__(place), mounts)
        for place in ("/home/a", "/mnt/the share/a.dateline", "/mnt/the share/local/b")
    ]
    assert kinds == ["ext4", "nfs4", "btrfs"]


def test_a_copy_holds_the_same_and_takes_the_place_of_nothing(tmp_path, library, fill):
    fill("2024-01-01 Greetings", "2024-01-02 Guidance")
    ids = list(library.find(Query()).ids)
    with pytest.raises(UserError, match="being written"):
        copy_to(library.path, tmp_path / "home")
    library.close()
    first, second = (copy_to(library.path, tmp_path / "home") for _ in range(2))
    assert first != second
    assert library.path.is_dir()
    for copy in (first, second):
        with Library.open(copy) as opened:
            assert list(opened.find(Query()).ids) == ids


def test_where_no_copy_can_be_made_a_sentence_says_so(tmp_path, library):
    library.close()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match="cannot be copied"):
        copy_to(library.path, tmp_path / "file" / "home")
