"""Opening libraries in the window: where they lie matters, and where nothing can be written."""

from desktop_app.library.library import Library
from desktop_app.query.query import Query
from tests.ui.conftest import settled
from ui.notices import Notice


def test_a_library_in_a_cloud_folder_is_offered_a_local_place(
    empty_window, library, fill, paths, tmp_path, qtbot
):
    fill("2024-01-01 Greetings")
    library.close()
    cloud = tmp_path / "Dropbox" / library.path.name
    cloud.parent.mkdir()
    library.path.rename(cloud)
    told: list[Notice] = []
    empty_window.notices.told.connect(told.append)
    empty_window.libraries.open(cloud)
    settled(empty_window, qtbot)
    assert "Dropbox" in told[-1].text
    act = told[-1].act
    assert act is not None
    act()
    qtbot.waitUntil(lambda: empty_window.state.library is not None)
    settled(empty_window, qtbot)
    shown = empty_window.state.library
    assert shown.path == paths.libraries / cloud.name
    assert len(shown.find(Query())) == 1
    assert cloud.is_dir(), "the library there is left as it was"


def test_a_window_opens_where_its_state_cannot_be_kept(empty_window, paths, tmp_path, qtbot):
    paths.state.parent.mkdir(parents=True, exist_ok=True)
    paths.state.write_text("a file where the folder would be")
    empty_window.libraries.new(tmp_path / "mine.dateline")
    settled(empty_window, qtbot)
    assert isinstance(empty_window.state.library, Library)
    empty_window.libraries.close()


def test_no_library_is_made_where_nothing_may_be_written(empty_window, tmp_path):
    (tmp_path / "file").write_text("in the way")
    empty_window.libraries.new(tmp_path / "file" / "mine.dateline")
    assert "No library can be made" in empty_window.notice_line.text
    assert empty_window.state.library is None
