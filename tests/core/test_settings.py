"""What the user decided is there again, and a broken file costs nothing but itself."""

from pathlib import Path

import pytest

from desktop_app.settings import FILE, Settings, read_settings, write_settings


def test_settings_are_read_as_they_were_written(tmp_path: Path):
    chosen = Settings(
        theme="dark",
        language="ko",
        text_size=21,
        serif=False,
        comfortable=False,
        reads_on_opening=False,
        keys={"save_search": ("Ctrl+D",), "clear": ()},
    )
    write_settings(tmp_path / "new folder", chosen)
    assert read_settings(tmp_path / "new folder") == chosen


@pytest.mark.parametrize(
    "broken", ["theme = ", "\x00", "text_size = 'large'\nfuture = 1", "keys = 3", ""]
)
def test_a_broken_or_newer_file_gives_the_usual(tmp_path: Path, broken: str):
    (tmp_path / FILE).write_text(broken, "utf-8")
    assert read_settings(tmp_path) == Settings()


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path):
    (tmp_path / "file").write_text("")
    write_settings(tmp_path / "file", Settings())
    assert read_settings(tmp_path / "file") == Settings()
