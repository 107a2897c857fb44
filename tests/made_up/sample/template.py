"""The templates of the sample library: read from `prose/`, chosen from, and written out."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_INNERMOST = re.compile(r"\[([^\[\]]*)\]")
_SMALL = {
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "that",
    "the",
    "to",
    "with",
    "without",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Who is cast under a letter: ``who`` says whence, ``least`` to ``most`` of them, as what."""

    letter: str
    who: str
    least: int
    most: int
    role: str
    side: str  # "home", "away" or ""
    title: str  # given in the template itself, else the office
    group: str
    group_ko: str


@dataclass(frozen=True, slots=True)
class Template:
    """One sort of dispatch."""

    name: str
    kind: str
    weight: int
    months: tuple[int, ...]
    outlet: str
    planned: bool
    parts: tuple[Part, ...]
    title: str
    text: tuple[str, ...]
    title_ko: str
    text_ko: tuple[str, ...]


@cache
def templates() -> dict[str, Template]:
    """Read every template."""
    found: dict[str, Template] = {}
    for path in sorted((Path(__file__).parent / "prose").glob("*.txt")):
        for block in path.read_text("utf-8").split("\n= "):
            template = _template(block.strip().removeprefix("= "))
            found[template.name] = template
    return found


def _template(block: str) -> Template:
    head, *lines = block.splitlines()
    name, kind, *options = (part.strip() for part in head.split("|"))
    words = dict(option.split("=") for part in options for option in [part] if "=" in option)
    parts: list[Part] = []
    texts: dict[str, list[str]] = {"en": [], "ko": []}
    titles, language = {"en": "", "ko": ""}, "en"
    for line in lines:
        if line.startswith(("title: ", "ko-title: ")):
            language = "ko" if line.startswith("ko") else "en"
            titles[language] = line.split(": ", 1)[1]
        elif re.match(r"[A-Z] \S", line) and not titles["en"] and not titles["ko"]:
            parts.append(_part(line))
        else:
            texts[language].append(line)
    return Template(
        name, kind, int(words.get("weight", "1")),
        tuple(map(int, words["months"].split(","))) if "months" in words else tuple(range(1, 13)),
        words.get("outlet", ""), "planned" in options, tuple(parts),
        titles["en"], tuple(texts["en"]), titles["ko"], tuple(texts["ko"]),
    )  # fmt: skip


def _part(line: str) -> Part:
    line, _, title = line.partition(" = ")
    line, _, groups = line.partition(" + ")
    group, _, group_ko = groups.partition(" / ")
    letter, who, *rest = line.split()
    least, most = 1, 1
    if rest[0][0].isdigit():
        span = rest.pop(0).split("-")
        least, most = int(span[0]), int(span[-1])
    side = rest[1] if len(rest) > 1 else ""
    return Part(letter, who, least, most, rest[0], side, title.strip(), group.strip(), group_ko)


def chosen(text: str, chance: random.Random, seed: str) -> str:
    """Decide every [this|or that], the inner ones first.

    Those that begin with the same mark ("[#a this|or that]") go together, in the headline
    and in both languages.
    """
    while found := _INNERMOST.search(text):
        mark, _, rest = found[1].partition(" ")
        if mark.startswith("#"):
            options = rest.split("|")
            text = _with(
                text, found, options[random.Random(f"{seed} {mark}").randrange(60) % len(options)]
            )
        else:
            text = _with(text, found, chance.choice(found[1].split("|")))
    return text


def _with(text: str, found: re.Match[str], choice: str) -> str:
    return text[: found.start()] + choice + text[found.end() :]


def in_headline(words: str) -> str:
    """Write as headlines are written: no article in front, capitals but for small words."""
    words = re.sub(r"^(the|a|an) ", "", words)
    parts = words.split(" ")
    return " ".join(
        part if (part in _SMALL and at) or part[:1].isupper() else part[:1].upper() + part[1:]
        for at, part in enumerate(parts)
    )


def before_name(office: str) -> str:
    """Write an office with capitals up to its first "of" or "to": "Vice-Minister of Culture"."""
    if office.startswith("ambassador of "):
        return "Ambassador"
    done: list[str] = []
    words = office.split(" ")
    for at, word in enumerate(words):
        if word in ("of", "to", "for"):
            return " ".join(done + words[at:])
        done.append(
            "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
            if word not in ("and", "concurrently")
            else word
        )
    return " ".join(done)


def plural(office: str) -> str:
    """Return the plural: "vice-ministers of Culture", "Secretaries of the Central Committee"."""
    head, of, rest = office.partition(" of ")
    head = head[:-1] + "ies" if head.endswith("y") else head + "s"
    return head + of + rest
