"""House rules that the import linter cannot express, and the lock file's honesty."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(VIRTUAL\s+)?(TABLE|INDEX|VIEW)|ALTER\s+TABLE|PRAGMA\s+\w+)\b",
    re.DOTALL,
)


def sources(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, f"there are no sources in {folder}"
    return found


def modules_imported_by(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def importers_of(module: str) -> set[str]:
    return {
        source.relative_to(ROOT).as_posix()
        for source in sources("desktop_app")
        for name in modules_imported_by(source)
        if name.split(".")[0] == module
    }


def strings_in(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_one_module_knows_where_things_live():
    assert importers_of("appdirs") == {"desktop_app/paths.py"}


def test_only_startup_knows_the_window():
    assert importers_of("ui") <= {"desktop_app/startup.py"}


@pytest.mark.parametrize("said", ["SELECT id FROM article", "INSERT OR IGNORE INTO tag VALUES (1)"])
def test_sql_is_recognised(said):
    assert [text for text in strings_in(f"query = {said!r}") if SQL.search(text)] == [said]


@pytest.mark.parametrize("said", ["Select from the list", "Update the library", "Pragma"])
def test_words_for_people_are_not_taken_for_sql(said):
    assert not SQL.search(said)


def test_no_sql_in_the_window():
    found = {
        f"{source.relative_to(ROOT)}: {text}"
        for source in sources("ui")
        for text in strings_in(source.read_text(encoding="utf-8"))
        if SQL.search(text)
    }
    assert found == set()


def test_packaging_never_hides_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_what_the_project_asks_for_is_pinned_with_hashes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (ROOT / "packaging" / "locks" / "dev.txt").read_text(encoding="utf-8")
    pinned: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", locked, re.MULTILINE):
        pinned.setdefault(canonicalize_name(name), set()).add(version)
    for asked in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        requirement = Requirement(asked)
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{asked} is not in the lock: run make lock"
        assert all(requirement.specifier.contains(version) for version in versions), (
            f"the lock holds another version than {asked}: run make lock"
        )
    assert locked.count("--hash=sha256:") > len(pinned)
