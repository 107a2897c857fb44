"""Reads who was named to an office and who was relieved of it."""

from __future__ import annotations

import re

from desktop_app.model.participant import Role
from desktop_app.reading.korean.cases import Case
from desktop_app.reading.korean.shapes import shape_of
from desktop_app.reading.korean.tokens import Word

# 외무상으로 임명된 A: that only says who he is.
_CHOSEN = re.compile(
    r"(?:임명|보선|선출|선임|기용)(?! 또는|된 |되신 |됐던 |되였던 |된$)"
    r"|선거하(?!지)|선거되|추대되|추대하|발탁|승진|수여하기로|이름을 올렸"
)
_THAT = ("그 직무", "직무", "현직", "그 직책", "직책")  # 그 직무에서 해임하였다
_LEFT = re.compile(r"해임|소환|철직|해직|제명")


def is_appointment(clause: str) -> bool:
    """Tell whether a clause names somebody to an office or relieves somebody of one."""
    return bool(_CHOSEN.search(clause) or _LEFT.search(clause))


def appointment(first: int, case: Case, told: list[Word]) -> tuple[Role | None, str]:
    """Read "A를 B에서 소환", "A를 B로 임명": the office may stand on either side of the name.

    ``first`` is where the person begins, title included.
    """
    if case.name not in ("object", "subject"):
        return None, ""
    later = " ".join(word.text for word in told[case.reach + 1 :])
    role = Role.DISMISSED if _first(_LEFT, later) < _first(_CHOSEN, later) else Role.APPOINTED
    words: list[str] = []
    for place in range(case.reach + 1, len(told)):
        word = told[place]
        into = word.text.endswith("에") and _into(told, place)  # 부위원장에 선임했다
        if into or (
            word.text.endswith(("으로", "로", "에서")) and not word.text.endswith("회의에서")
        ):
            words.append(re.sub(r"(?:으로|로|에서|에)$", "", word.text))
            post = " ".join(words)
            return role, "" if post in _THAT else post
        if is_appointment(word.text):
            break
        words.append(word.text)
    for place in range(first - 1, -1, -1):
        office = shape_of(told[place].text)
        if told[place].text.endswith(("으로", "로")) or (
            office.office and office.particle in ("에는", "에")
        ):
            begins = place
            while begins > 0 and not told[begins - 1].comma:
                if shape_of(told[begins - 1].text).closes:
                    break
                begins -= 1
            post = " ".join(word.text for word in told[begins : place + 1])
            return role, re.sub(r"(?:들로|으로|로|에는|에)$", "", post)
    return role, ""


def _into(told: list[Word], place: int) -> bool:
    following = told[place + 1].text if place + 1 < len(told) else ""
    return bool(shape_of(told[place].text).office) and is_appointment(following)


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text) + 1
