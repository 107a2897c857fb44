"""What the package builders promise: a true list of parts, true sums, no silent gaps."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def builder(monkeypatch):
    """Load one of the builders, which are scripts beside each other and no package."""
    monkeypatch.syspath_prepend(str(PACKAGING))

    def load(name: str) -> ModuleType:
        for own in PACKAGING.glob("*.py"):
            monkeypatch.delitem(sys.modules, own.stem, raising=False)
        spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


def test_a_library_that_was_not_found_stops_the_build(builder, tmp_path):
    freezing = builder("freezing")
    log = tmp_path / "log"
    log.write_text(
        "1 INFO: fine\n2 WARNING: Library not found: could not resolve 'libgtk-3.so.0'\n"
    )
    freezing.refuse_missing_libraries(log)
    log.write_text("9 WARNING: Library not found: could not resolve 'libxcb-icccm.so.4'\n")
    with pytest.raises(SystemExit, match="libxcb-icccm"):
        freezing.refuse_missing_libraries(log)


def test_the_list_of_parts_has_hashes_from_the_lock_and_is_the_same_twice(builder, tmp_path):
    trust = builder("trust")
    lock = PACKAGING / "locks" / "package.txt"
    allowed = trust.hashes_in_lock(lock)
    pinned = next(name for name in allowed if name.startswith("pyqtgraph=="))
    name, version = pinned.split("==")
    parts = [
        trust.Part(name, version, "MIT", {}, True),
        trust.Part("Qt", "6.11.3", "LGPL-3.0-only", {}, False),
    ]
    first = trust.write_sbom(tmp_path / "a.json", parts, lock).read_bytes()
    assert first == trust.write_sbom(tmp_path / "b.json", parts, lock).read_bytes()
    told = json.loads(first)
    assert [each["name"] for each in told["components"]] == [name, "Qt"]
    hashes = {each["value"] for each in told["components"][0]["properties"]}
    assert hashes == set(allowed[pinned])
    assert all(len(digest) == 64 for digest in hashes)


def test_every_part_has_its_notice_and_its_text(builder, tmp_path):
    trust = builder("trust")
    parts = [
        trust.Part("Qt", "6.11.3", "LGPL-3.0-only", {}, False),
        trust.Part("Some_Part", "1.0", "BSD", {"LICENSE": "Do as you please."}, True),
    ]
    trust.write_notices(tmp_path, parts, "beside it")
    notices = (tmp_path / "NOTICES.md").read_text(encoding="utf-8")
    assert "| Some_Part | 1.0 | BSD |" in notices
    assert (tmp_path / "some-part-1.0" / "LICENSE").read_text() == "Do as you please."
    assert "`LGPL-3.0.txt`" in notices
    for text in ("LGPL-3.0.txt", "GPL-3.0.txt", "LICENSE", "Qt-third-party.md"):
        assert (tmp_path / text).stat().st_size > 500


def test_sums_are_of_every_file_but_themselves(builder, tmp_path):
    trust = builder("trust")
    (tmp_path / "b.deb").write_bytes(b"b")
    (tmp_path / "a.run").write_bytes(b"a")
    for _ in range(2):
        trust.write_sums(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text() == "".join(
        f"{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}\n" for name in ("a.run", "b.deb")
    )


@pytest.mark.parametrize(
    ("file", "does"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtQml.pyd", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/tls/qopensslbackend.dll", False),
        ("PySide6/designer.exe", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/msvcp140.dll", True),
        ("numpy/_core/_multiarray_umath.cp313-win_amd64.pyd", True),
        ("numpy/tests/test_numpy_config.py", False),
        ("colorama/win32.py", True),
    ],
)
def test_the_windows_setup_holds_what_is_used_and_no_more(builder, file, does):
    assert builder("windows_setup").ships(file) is does


def test_the_icon_comes_in_every_container(builder):
    icons = builder("icons")
    drawn = {size: icons.draw(size) for size in icons.SIZES}
    assert all(picture.startswith(b"\x89PNG") for picture in drawn.values())
    ico, icns = icons.ico(drawn), icons.icns(drawn)
    assert ico[:4] == b"\0\0\1\0"
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert drawn[256] in ico
    assert drawn[512] in icns
