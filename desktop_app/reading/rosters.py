"""Passages that list who took part: what opens them, in which role, on which side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.model.participant import Role
from desktop_app.reading.items import Item, Named, Unnamed, read_items
from desktop_app.reading.names import with_names
from desktop_app.reading.sides import REPRESENTED, SIDE
from desktop_app.reading.tokens import Kind, Token, tokenize


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of people in one role; ``side`` is as said, ``trigger`` where it is said."""

    role: Role
    items: tuple[Item, ...]
    trigger: tuple[int, int]
    rule: str
    sided: bool = False
    side: str | None = None
    span: tuple[int, int] = (0, 0)


_PRESENT = (
    r"[Pp]rese?n?t|[Oo]n hand|[Aa]ttending|[Tt]aking part|[Pp]articipating|[Tt]hose present"
    r"|[Tt]hose attending|[Ss]eated|[Ss]itting|[Ww]atching|[Ee]njoying|[Aa]ppearing|[Tt]aking (?:the |their )?seats?"
    r"|[Ii]nvited|[Jj]oining|[Ss]een|[Ss]tanding|[Aa]mong (?:the|those|them|its) ?[\w' -]{0,40}?"
    r"|[Aa]mong them|[Tt]he (?:participants|attendants|attendance|guests|audience)(?: in it| there)?"
    r"|[Tt]heir participants"
)
_AROUND = r"(?:\s+[\w'’./-]+){0,14}?"
_WERE = r"\s*,?\s*\b(?:was|were|are|included|includes)\b(?:\s+also)?(?:\s+there)?\s*:?\s*,?\s*"
_INVERTED = re.compile(
    rf"(?P<open>^|[,;]\s+|\band\s+|\bside\s+|\b[Aa]lso\s+)(?:(?P<present>{_PRESENT})"
    r"|(?P<accompanied>[Aa]ccompanying|[Ee]scorting)|(?P<greeted>[Gg]reeting|[Mm]eeting (?:him|them|her|it)\b|[Rr]eceiving|[Ww]elcoming)"
    r"|(?P<saw_off>[Ss]eeing(?: \w+)? off|[Ss]eeing)|(?P<speaker>[Ss]peaking|[Tt]aking the floor|[Mm]aking (?:a )?speech(?:es)?)"
    rf"|(?P<signatory>[Ss]igning)){_AROUND}(?P<side>{SIDE.pattern.replace('(?P<side>', '(?:')})?{_WERE}"
)
_THERE_WERE = re.compile(
    r"\b[Tt]here (?:was|were) (?:also )?(?:present|on hand)\b(?: there)?\s*:?\s*"
)
_PASSIVE = re.compile(
    r"(?:\b(?:was|were|is|been|being)\s+(?:also\s+|warmly\s+|then\s+|cordially\s+|respectfully\s+)*|,\s*(?=accompanied))(?:"
    r"(?P<accompanied>accompanied|escorted)|(?P<present>attended|participated in|joined|watched|observed)"
    r"|(?P<greeted>greeted|met|received|welcomed)"
    r"|(?P<saw_off>seen off|sent off|bidden farewell)|(?P<signatory>signed|inked|initialed)"
    r"|(?P<speaker>made|delivered|given|addressed))"
    r"(?:\s+(?!by\b)[\w'’.-]+){0,12}?\s+by\s+"
)
_SUBJECT = re.compile(
    r"\b(?:(?P<present>(?:was|were)\s+(?:also\s+)?(?:present|on hand|in attendance|invited to|among|seated|on the platform)"
    r"|(?:also\s+)?(?:attended|took part in|participated in|joined in|enjoyed|watched|saw|appreciated)\b(?!\s+by))"
    r"|(?P<accompanied>accompanied\b(?!\s+by))"
    r"|(?P<greeted>(?:greeted|met|received|welcomed)\s+(?:him|them|her|it|the (?:delegation|guests|party|group|team)|the [\w ]{3,30}?)\s+(?:at|on|in)\s+(?:the\s+)?[\w' -]{0,30}?(?:airport|station|port|spot|border|pier|entrance))"
    r"|(?P<saw_off>(?:saw|sent)\s+(?:him|them|her|it|the [\w ]{3,40}?)\s+off\b))"
)
_ROLES = {
    "present": Role.PRESENT,
    "accompanied": Role.ACCOMPANIED,
    "greeted": Role.GREETED,
    "saw_off": Role.SAW_OFF,
    "speaker": Role.SPEAKER,
    "signatory": Role.SIGNATORY,
}
_MADE_SPEECH = re.compile(
    r"\b(?:[Ss]peech|[Ss]peeches|[Aa]ddress|[Aa]ddresses|[Rr]eports?|remarks|toasts?)\b"
)
_CHEAP = re.compile(
    r"[Pp]rese|[Oo]n hand|[Aa]ttend|part|[Pp]articipa|[Ss]eat|[Ss]itt|[Ww]atch|[Ee]njoy|[Aa]ppear|[Ii]nvited|[Jj]oin"
    r"|[Ss]een|[Aa]mong|ccompan|[Ee]scort|[Gg]reet|[Mm]e[et]|[Rr]ecei|[Ww]elcom|[Ss]eeing|[Ss]aw|off|sign|inked|initial"
    r"|[Ss]peak|[Ss]peech|made|deliver|given|address|represented|[Tt]hose|[Pp]articip|audience|guests"
)


def find_rosters(text: str, start: int, end: int) -> list[Roster]:
    """Read the rosters of the sentence ``text[start:end]``."""
    sentence = text[start:end]
    if not _CHEAP.search(sentence):
        return []
    represented = REPRESENTED.search(sentence)
    if represented:
        return _lists(
            text,
            start + represented.end(),
            end,
            Role.PRESENT,
            (start, start + represented.end()),
            "represented by",
            represented["side"],
        )
    inverted = _INVERTED.search(sentence)
    if inverted and (inverted.start() == 0 or _leads_in(sentence[: inverted.start()])):
        return _read_inverted(text, start, end, inverted)
    there = _THERE_WERE.search(sentence)
    if there:
        side = SIDE.search(sentence, 0, there.end())
        return _lists(
            text,
            start + there.end(),
            end,
            Role.PRESENT,
            (start + there.start(), start + there.end()),
            "there were present",
            side["side"] if side else None,
            sided=side is not None,
        )
    passive = _PASSIVE.search(sentence)
    if passive:
        return _read_passive(text, start, end, passive)
    subject = _SUBJECT.search(sentence)
    if subject:
        return _read_subject(text, start, subject)
    return []


def _leads_in(before: str) -> bool:
    """Say whether only time and place stand before an inverted opening."""
    return re.fullmatch(
        r"(?:Also|At|In|On|After|Then|Meanwhile|That day|From|Of|Besides|Among)?\b[^.;:]{0,90}",
        before,
    ) is not None and not any(t.kind is Kind.NAME for t in with_names(tokenize(before)))


def _role(match: re.Match[str]) -> tuple[Role, str]:
    name = next(key for key in _ROLES if match.groupdict().get(key) is not None)
    return _ROLES[name], name


def _read_inverted(text: str, start: int, end: int, match: re.Match[str]) -> list[Roster]:
    role, name = _role(match)
    side = SIDE.search(text[start + match.start() : start + match.end()])
    return _lists(
        text,
        start + match.end(),
        end,
        role,
        (start + match.start(), start + match.end()),
        f"{name}: inverted",
        side["side"] if side else None,
        sided=side is not None,
    )


def _read_passive(text: str, start: int, end: int, match: re.Match[str]) -> list[Roster]:
    role, name = _role(match)
    if role is Role.SPEAKER and not _MADE_SPEECH.search(text, start, start + match.start()):
        return []
    trigger = (start + match.start(), start + match.end())
    side = SIDE.search(text[trigger[0] : trigger[1]])
    return _lists(
        text,
        trigger[1],
        end,
        role,
        trigger,
        f"{name}: by",
        side["side"] if side else None,
        sided=side is not None,
    )


def _read_subject(text: str, start: int, match: re.Match[str]) -> list[Roster]:
    role, name = _role(match)
    trigger = (start + match.start(), start + match.end())
    tokens = with_names(tokenize(text, start, trigger[0]))
    items = read_items(_after_adverbial(tokens))
    return [Roster(role, tuple(items), trigger, f"{name}: subject", span=(start, trigger[0]))]


def _after_adverbial(tokens: list[Token]) -> list[Token]:
    if tokens and tokens[0].low in ("on", "in", "at", "after", "then", "meanwhile", "also"):
        for at, token in enumerate(tokens):
            if token.text == ",":
                return tokens[at + 1 :]
    return tokens


_TAIL = re.compile(
    r",?\s+(?:when|while|as they|before|after|amid|where|to (?:be|see|mark|attend)|for (?:a|the) talks?)\b"
    r"|\s+(?:at|in) the (?:airport|station|theatre|meeting|talks|ceremony|reception|spot|railway)\b"
    r"|\s+at Pyongyang (?:International )?(?:Airport|Railway Station)\b"
)


def _lists(
    text: str,
    start: int,
    end: int,
    role: Role,
    trigger: tuple[int, int],
    rule: str,
    side: str | None,
    *,
    sided: bool | None = None,
) -> list[Roster]:
    """Read ``text[start:end]`` as one list, or as one for each side that it sets out."""
    marked = side is not None if sided is None else sided
    rosters: list[Roster] = []
    at = start
    cut = _TAIL.search(text, start, end)
    stop = cut.start() if cut and text[cut.start() : cut.start() + 1] == "," else end
    for marker in SIDE.finditer(text, start, stop):
        rosters += _one(text, at, marker.start(), role, trigger, rule, side, marked)
        side, marked, at = marker["side"], True, marker.end()
    rosters += _one(text, at, stop, role, trigger, rule, side, marked)
    return rosters


def _one(
    text: str,
    start: int,
    end: int,
    role: Role,
    trigger: tuple[int, int],
    rule: str,
    side: str | None,
    marked: bool,
) -> list[Roster]:
    items = read_items(with_names(tokenize(text, start, end)))
    if not any(isinstance(item, (Named, Unnamed)) for item in items):
        return []
    return [Roster(role, tuple(items), trigger, rule, marked, side, (start, end))]
