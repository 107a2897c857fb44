"""What a dispatch has said of its event so far, for the clauses that say only half."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.model.participant import EventKind, Role

_SAID = re.compile(
    r"(?:말[하했]|강조[하했]|언급[하했]|지적[하했]|언명[하했]|확언[하했]|표명[하했]|화답[하했]|피력[하했]|밝히|밝혔|주장[하했]|호소[하했]|부언[하했]|토로[하했]|지적되|통보[하했]|격찬[하했]|찬양[하했]|칭송[하했]|"
    r"이야기[하했]|격정을 터치|[다라]고 (?:하|했))"
)
_GOES_ON = ("고 ", "며 ", "였으며 ", "시고 ")
_SPOKE_IN = re.compile(r"(?:연설|토론|보고|발언|축사|답사|개막사|페막사)(?:들)?에서")
_SPOKEN = frozenset(
    (
        EventKind.CEREMONY,
        EventKind.MEETING,
        EventKind.REPORT_MEETING,
        EventKind.EXHIBITION,
    )
)
_WAITED = re.compile(r"나와있|나와 있|나왔")
_TO_MEET = ("영접", "맞이", "도착", "귀국", "돌아오")
_TO_SEE_OFF = ("바래", "전송", "환송", "작별", "출발", "떠나", "떠났", "귀로")
_PLATFORM = re.compile(r"주석단")


@dataclass(slots=True)
class Scene:
    """What the sentences so far have said of the event: its kind, the other side, the way."""

    kind: EventKind
    country: str | None
    departing: bool = False
    settled: bool = False

    def titled(self, title: str) -> None:
        """Notice whether the title says that people come or go; then the sentences do not."""
        self.heard(title)
        self.settled = _says(title, _TO_MEET) != _says(title, _TO_SEE_OFF)

    def heard(self, sentence: str) -> None:
        """Notice whether people come or go, for who "stood at the airport"."""
        if self.settled:
            return
        if _says(sentence, _TO_MEET):
            self.departing = False
        elif _says(sentence, _TO_SEE_OFF):
            self.departing = True


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, words))


def is_spoken(verbs: str, scene: Scene) -> bool:
    """Tell whether a clause reports what its subject said, as counts in a dispatch of this kind."""
    return bool(_SPOKE_IN.search(verbs)) or (scene.kind in _SPOKEN and _said(verbs))


def waiting(verbs: str, scene: Scene) -> Role | None:
    """Return the role of those who "stood at the airport"; None where nobody did."""
    if not _WAITED.search(verbs) or _PLATFORM.search(verbs):
        return None
    return Role.SAW_OFF if scene.departing else Role.GREETED


def _said(verbs: str) -> bool:
    """Tell whether a clause ends in a verb of saying, or goes on after it: 강조하고 …."""
    return any(
        found.end() > len(verbs) - 6 or verbs.startswith(_GOES_ON, found.end())
        for found in _SAID.finditer(verbs)
    )
