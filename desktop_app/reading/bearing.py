"""What an act bears on: in a dispatch of its kind it may give a role, or be but a topic."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from desktop_app.model.participant import EventKind, Role
from desktop_app.reading.act import Act
from desktop_app.reading.cast import LEADERS, Cast, name_key
from desktop_app.reading.item import Named
from desktop_app.reading.passages import Sentence
from desktop_app.reading.patterns import pattern
from desktop_app.reading.verbs import verbs

_K = EventKind
_SPOKEN = frozenset((_K.MEETING, _K.REPORT_MEETING))
_UNPLAYED = frozenset((_K.INSPECTION, _K.VISIT, _K.MESSAGE, _K.TALKS))
# Functions of several sorts, as they are held abroad, may be called by any of them.
_MIXED = frozenset((_K.OTHER, _K.PERFORMANCE, _K.EXHIBITION))
_RECEIVED = frozenset((_K.MEETING, _K.TALKS))
_PLAYED = frozenset((_K.SPORTS, _K.PERFORMANCE))
_REPORTED = frozenset(
    (
        "was appointed",
        "was dismissed",
        "was awarded",
        "made a speech",
        "took the floor",
        "signed",
        "declared open",
        "letter to",
    )
)
_ISSUED = frozenset(
    (
        "was interviewed",
        "issued",
        "issued by",
        "gave guidance",
        "said in",
        "made a speech",
        "led by",
    )
)
_EARLY = frozenset(("together with", "guided by"))  # further down it tells of other years
_COMMENTARY = re.compile(
    r"commentary|rodong sinmun|minju joson"
    r"|^kcna\s+(?:on|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_UNLED = frozenset((_K.OTHER, _K.MEETING, _K.REPORT_MEETING, _K.EXHIBITION))
_MEETINGS = _SPOKEN | _MIXED | _PLAYED | {_K.CEREMONY, _K.APPOINTMENT}
# Where somebody may be named first by what he says.
_VOICED = _MEETINGS | _SPOKEN | {_K.VISIT}


@dataclass(frozen=True, slots=True)
class Bearing:
    """A dispatch as far as it decides who takes part in it: its kind, title and lead."""

    kind: EventKind
    kind_from: str
    title: str
    lead: str
    text: str
    start: int  # of the first sentence

    @property
    def review(self) -> bool:
        """Say whether the dispatch renders the papers of the day."""
        return self.title.casefold().startswith(("press review", "review of"))

    @property
    def conference(self) -> bool:
        """Say whether the statement was made to the press, where people are listed and speak."""
        return "conference" in self.kind_from

    @property
    def commentary(self) -> bool:
        """Say whether a paper comments: whoever it names is a topic."""
        return _COMMENTARY.search(f"{self.title} | {self.kind_from}") is not None

    @property
    def voices(self) -> bool:
        """Say whether the dispatch gathers what several say: each is its author."""
        if self.kind not in (EventKind.STATEMENT, EventKind.OTHER) or self.commentary:
            return False
        return self._stated or pattern("act.voices").search(self.title) is not None

    @property
    def _stated(self) -> bool:
        return pattern("act.statements").search(self.lead) is not None

    def may_tell_in_report(self, words: AbstractSet[str]) -> bool:
        """Say whether a sentence of ``words`` may hold an act that ``tells_in_report``."""
        return self.review or not words.isdisjoint(_report_words(self.kind in _VOICED))

    def tells_in_report(self, act: Act, sentence: Sentence) -> bool:
        """Say whether an act is told by the report itself though a speech came before it."""
        if self.voices and self._is_voice(act):
            return True
        if self.kind in (EventKind.STATEMENT, EventKind.MESSAGE):
            return False
        if self.review or act.rule in _REPORTED:
            return True
        if self.kind is EventKind.VISIT:
            return act.rule in ("said in", "issued") and act.introduces
        if act.rule != "said in" or self.kind in _SPOKEN:
            return act.rule == "said in"
        return self.kind in _VOICED and act.introduces and self.in_speech(sentence)

    def _is_voice(self, act: Act) -> bool:
        """Say whether somebody speaks for a body of those who wish the country well."""
        if act.rule not in ("said in", "issued"):
            return False
        offices = [
            item.title(self.text) for item in act.items if isinstance(item, Named) and item.after
        ]
        wishes = pattern("act.well_wisher")
        praise = self._stated or pattern("act.praised").search(self.title) is not None
        return any(praise or wishes.search(office) for office in offices)

    def role_of(self, act: Act, sentence: Sentence, cast: Cast) -> Role | None:
        """Return the role that an act gives in a dispatch of this kind, None for a topic."""
        if self.voices and self._is_voice(act) and not self.in_speech(sentence):
            return Role.SPEAKER if self._at_functions() else Role.PRINCIPAL
        if self.kind is EventKind.STATEMENT and not self._issues(act, sentence):
            return None
        if self.kind is EventKind.INSPECTION and (
            act.role is Role.SPEAKER or (act.role is Role.SENDER and act.pronoun)
        ):
            return None
        if self._recalls(act, sentence) or (act.rule in _EARLY and sentence.paragraph > 1):
            return None
        if act.rule.startswith("sent") and self._thanks_in_speech(act, sentence):
            return None
        if act.role is Role.PERFORMER and not self._plays(sentence):
            return None
        if act.rule.endswith(": met") and (
            self.kind not in _RECEIVED or sentence.start != self.start
        ):
            return None  # people met on the way
        if act.rule == "said in":
            if not self._speaks(act, sentence, cast):
                return None
            if self.kind in (EventKind.STATEMENT, EventKind.MESSAGE, EventKind.VISIT) or (
                self._is_news(sentence) and not self.in_speech(sentence)
            ):
                return Role.PRINCIPAL
        return act.role

    def _thanks_in_speech(self, act: Act, sentence: Sentence) -> bool:
        """Say whether "he extended thanks to" is what a speaker said, no message."""
        if self.kind is EventKind.MESSAGE or sentence.start == self.start:
            return False
        said = self.text[sentence.start : act.trigger[1]]
        return re.search(r"\bextended (?:\w+ )?(?:thanks|greetings)\b", said) is not None

    def _plays(self, sentence: Sentence) -> bool:
        """Say whether somebody wins or performs: elsewhere "ran" and "took" mean other things."""
        if self.kind in _PLAYED:
            return True
        played = pattern("act.played").search(self.text, sentence.start, sentence.end)
        return played is not None and self.kind not in _UNPLAYED

    def _recalls(self, act: Act, sentence: Sentence) -> bool:
        """Say whether a leader's act further down is history: news would name him above."""
        if self.kind_from.endswith(" since"):
            return True  # so many years have passed since
        if act.role is not Role.PRINCIPAL or sentence.start == self.start or self.review:
            return False
        past = pattern("act.past").search(self.text, sentence.start, sentence.end)
        if past is None or self.kind not in _UNLED:
            return False
        titled = self.title.casefold().replace("’", "'")
        leaders = [
            i for i in act.items if isinstance(i, Named) and name_key(i.name.text) in LEADERS
        ]
        return bool(leaders) and not any(
            re.search(rf"{leader.name.text.casefold()}(?!'s)", titled) for leader in leaders
        )

    def _is_news(self, sentence: Sentence) -> bool:
        """Say whether what somebody says is itself what the dispatch reports."""
        return self.kind is EventKind.OTHER and sentence.start == self.start

    def _issues(self, act: Act, sentence: Sentence) -> bool:
        """Say whether an act is that of a statement's author; others are its topics."""
        if act.rule == "said this" and not _COMMENTARY.search(self.title):
            return True  # what the first sentence says without a name, the second signs
        if act.rule == "took the floor" and self.conference:
            return True
        if sentence.paragraph > 0 or self.commentary:
            return False
        return act.rule in _ISSUED or act.role is not Role.PRINCIPAL or ":" in act.rule

    def _speaks(self, act: Act, sentence: Sentence, cast: Cast) -> bool:
        told = self._is_told(act) or (self.kind is EventKind.OTHER and self._asks)
        if told and not self._is_news(sentence):
            return False  # an expert explains what the dispatch tells
        if self.kind in (EventKind.STATEMENT, EventKind.MESSAGE):
            return sentence.paragraph == 0
        if any(isinstance(i, Named) and name_key(i.name.text) in LEADERS for i in act.items):
            return False
        if self.kind in _SPOKEN:
            return not _acts_already(act, cast)
        if self.kind is EventKind.VISIT:  # what a visitor says tells who came
            return act.introduces
        if self._is_news(sentence):
            return True
        if self._at_functions():
            return not sentence.quoted or self.in_speech(sentence)
        if self.kind not in _MEETINGS:
            return False
        if self.in_speech(sentence):
            return True
        if self.kind is not EventKind.CEREMONY or not pattern("act.at_table").search(self.lead):
            return False
        return not _acts_already(act, cast)

    @property
    def _asks(self) -> bool:
        return pattern("act.told").search(self.text, self.start) is not None

    def _at_functions(self) -> bool:
        """Say whether the dispatch tells of functions of several sorts, where people speak."""
        told = pattern("act.function").search(f"{self.lead} {self.title}")
        return self.kind in _MIXED and told is not None

    def _is_told(self, act: Act) -> bool:
        return pattern("act.told").match(self.text, act.trigger[0]) is not None

    def in_speech(self, sentence: Sentence) -> bool:
        return pattern("act.in_speech").search(self.text, sentence.start, sentence.end) is not None


@cache
def _report_words(spoken: bool) -> frozenset[str]:
    rules = _REPORTED | {"said in", "issued"} if spoken else _REPORTED
    words = frozenset().union(*(verb.words for verb in verbs() if verb.rule in rules))
    return words | {"adopted"}


def _acts_already(act: Act, cast: Cast) -> bool:
    acting = {name_key(r.name) for r in cast.rows if r.role is Role.PRINCIPAL}
    named = [item for item in act.items if isinstance(item, Named)]
    return any(name_key(cast.fullest(n.name.text)) in acting for n in named)
