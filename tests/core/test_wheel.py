"""The wheel claims one name, and works from any folder; so does the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app import __version__

ROOT = Path(__file__).resolve().parents[2]


def run(*command: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run without the paths of this test run, as a user's shell would."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    words = [str(word) for word in command]
    ran = subprocess.run(
        words, cwd=cwd, env={**kept, **variables}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel alone in a folder of its own: what it needs comes from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index")
    run(*pip, "--target", folder, wheel, cwd=folder)
    return folder


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_claims_one_name(wheel):
    checker = Path(sys.executable).with_name("check-wheel-contents")
    run(checker, "--toplevel", "desktop_app", wheel, cwd=wheel.parent)


def test_window_and_data_lie_inside_the_package(wheel):
    names = names_in(wheel)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"desktop_app", f"dateline-{__version__}.dist-info"}
    assert "desktop_app/_bundled/ui/__init__.py" in names
    assert "desktop_app/_bundled/resources/icons/dateline.svg" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.parametrize("form", ["wheel", "editable"])
def test_the_program_starts_in_another_folder(form, installed, tmp_path):
    where = installed if form == "wheel" else ROOT
    said = run(
        *(sys.executable, "-m", "desktop_app", "--version"),
        cwd=tmp_path,
        PYTHONPATH=str(where),
    )
    assert said.stdout.strip() == f"dateline {__version__}"


def test_the_wheel_finds_its_own_window_and_data(installed, tmp_path):
    asks = (
        "import sys, desktop_app.startup as s, desktop_app.paths as p\n"
        "try: s.main(['--version'])\n"
        "except SystemExit: pass\n"
        "import ui; print(ui.__file__); print(p.resources())"
    )
    said = run(sys.executable, "-c", asks, cwd=tmp_path, PYTHONPATH=str(installed))
    window, data = said.stdout.splitlines()[-2:]
    assert Path(window).is_relative_to(installed / "desktop_app" / "_bundled")
    assert Path(data) == installed / "desktop_app" / "_bundled" / "resources"


@pytest.mark.parametrize("form", ["wheel", "editable"])
def test_the_window_shows_itself_in_another_folder(form, installed, tmp_path):
    where = installed if form == "wheel" else ROOT
    wanted = {"1-welcome-light-en", "2-browser-light-ko"}
    run(
        *(sys.executable, "-m", "desktop_app", "screenshots", "pictures", *wanted),
        cwd=tmp_path,
        PYTHONPATH=str(where),
        HOME=str(tmp_path),
    )
    pictures = list((tmp_path / "pictures").glob("*.png"))
    assert {picture.stem for picture in pictures} == wanted
    assert all(picture.stat().st_size > 5_000 for picture in pictures)
