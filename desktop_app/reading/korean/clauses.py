"""Says who did what: a sentence is parted at its verbs, and each person takes the role of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.model.participant import Role
from desktop_app.reading.korean.mentions import Mention
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_SUBJECT = ("께서", "께서는", "께서도", "이", "가", "은", "는", "들이", "들은", "도")
_OBJECT = ("를", "을", "들을")
_DATIVE = ("에게", "께", "께는", "들에게", "에게는")
_WITH = ("와", "과", "들과")
_SIDE = re.compile(r"^([가-힣]+?)측에서(?:는)?$")
_MESSAGE = re.compile(
    r"축전|답전|전문|편지|친서|조전|화환|꽃바구니|꽃다발|선물|감사를|생일상|위문|서한|지원물자"
)
_MET = re.compile(r"회담|담화를|담화하|만나|상봉|접견|면담")
_CHOSEN = re.compile(r"임명|선거|보선|선출|추대|발탁|승진|수여하기로")
_LEFT = re.compile(r"해임|소환|철직|해직|제명")
_AWARDED = re.compile(r"수여(?:되|하|식)|표창|칭호가")
_HANDED = re.compile(r"전달(?:되|하|해)")
_CLAUSE_END = re.compile(
    r"(?:하고|하며|하시고|하시며|되고|되며|이어|하였으며|하시였으며|되였으며)$"
)
_HEADED = re.compile(r"단장으로 하는|책임자로 하는|인솔자로 하는|단장으로 한")
_PROPERTY = re.compile(r"존함|이름|명의|보내신|축전을 보내")
_FIRST_HAND = frozenset({Role.PRESENT, Role.SPEAKER, Role.PRINCIPAL})
_LEADING = re.compile(r"관람하시|참석하시|참가하시|사회하시|지도하시")


@dataclass(frozen=True, slots=True)
class Acting:
    """A person in one role; ``trigger`` is the verb's place in the text."""

    mention: Mention
    role: Role
    side: str | None
    trigger: tuple[int, int]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last] that one verb closes."""

    first: int
    last: int
    text: str
    start: int
    end: int


def clauses(text: str, told: list[Word]) -> list[Clause]:
    """Part a sentence at the verbs in its middle; the last clause ends with it."""
    found: list[Clause] = []
    first = 0
    for place, word in enumerate(told):
        ends = place == len(told) - 1
        if ends or _CLAUSE_END.search(word.text):
            start, end = told[first].start, word.end
            found.append(Clause(first, place, text[start:end], start, end))
            first = place + 1
    return found


def acting(text: str, told: list[Word], people: list[Mention], country: str | None) -> list[Acting]:
    """Give every person of a sentence the roles that its clauses say; topics get none.

    ``country`` is the other side of the event, where the text has named it.
    """
    found: list[Acting] = []
    parts = clauses(text, told)
    for number, clause in enumerate(parts):
        here = [one for one in people if clause.first <= one.last <= clause.last]
        for one in here:
            verbs = _verbs_for(parts, number)
            rows = _of(one, clause, verbs, told, country)
            found.extend(rows)
            if rows and _speaks_later(parts[number + 1 :], people):
                found.append(replace(rows[0], role=Role.SPEAKER))
    return found


def _speaks_later(parts: list[Clause], people: list[Mention]) -> bool:
    """Tell whether the same subject, named no more, makes a speech in a later clause."""
    for clause in parts:
        if any(clause.first <= one.last <= clause.last for one in people):
            return False
        verb = role_of(clause.text)
        if verb is not None and verb[0] is Role.SPEAKER:
            return True
    return False


def _verbs_for(parts: list[Clause], number: int) -> str:
    """Return the text whose verb the people of a clause take: its own, else the next one's."""
    own = parts[number].text
    return own if role_of(own) or number + 1 == len(parts) else parts[number + 1].text


@lru_cache(512)  # every person of a clause asks the same
def role_of(clause: str) -> tuple[Role, int, int] | None:
    """Return the role that the last verb of ``clause`` gives to its subject."""
    best: tuple[Role, int, int] | None = None
    for pattern, role in korean_words().verbs:
        for found in pattern.finditer(clause):
            if best is None or found.end() > best[2] + 1:
                best = role, found.start(), found.end()
    return best


def _of(
    one: Mention,
    clause: Clause,
    verbs: str,
    told: list[Word],
    country: str | None,
) -> list[Acting]:
    case, reach = _case(one, told, clause.last)
    side = _side(told, one.first, country)
    trigger = (clause.start, clause.end)
    verb = role_of(verbs)
    if verb is not None and verbs is clause.text:
        trigger = (clause.start + verb[1], clause.start + verb[2])
    role, title = _role(one, case, reach, verbs, told, verb[0] if verb else None)
    if role is None:
        return []
    if role is Role.GREETED and case == "subject":
        side = None
    roles = [role]
    if one.honoured and role is Role.SPEAKER:
        roles = [Role.PRINCIPAL, Role.SPEAKER]
    return [Acting(one, each, side, trigger, title) for each in roles]


def _role(
    one: Mention, case: str, reach: int, verbs: str, told: list[Word], verb: Role | None
) -> tuple[Role | None, str]:
    """Return the role of a person in this case, and a title that the clause adds."""
    after = told[one.last + 1].text if one.last + 1 < len(told) else ""
    if case == "headed":
        return (verb if verb in (Role.PRESENT, Role.GREETED) else Role.PRINCIPAL), ""
    if _CHOSEN.search(verbs) or _LEFT.search(verbs):
        return _appointed(one, case, reach, told)
    if case == "dative":
        return _given(verbs), ""
    if case in ("with", "object"):
        met = _MET.search(verbs) and (case == "with" or verb is Role.PRINCIPAL)
        return (Role.PRINCIPAL if met else None), ""
    if case == "property":
        return _owner(after, verbs), ""
    return (Role.SENDER if after == "보내신" else _subject(one, verbs, verb)), ""


def _given(verbs: str) -> Role | None:
    """Return the role of somebody to whom something is done."""
    if _HANDED.search(verbs):
        return Role.PRINCIPAL
    if _MESSAGE.search(verbs) or _AWARDED.search(verbs) or "드리" in verbs:
        return Role.RECIPIENT
    return Role.PRINCIPAL if re.search(r"봉정|예방|인사", verbs) else None


def _owner(after: str, verbs: str) -> Role | None:
    """Return the role of somebody whose report, name or talks are told of."""
    if re.match(r"(?:보고|토론|연설|개회사|페회사)", after):
        return Role.SPEAKER
    if "존함" in after or after.startswith("명의"):
        return Role.SENDER
    return Role.PRINCIPAL if "회담" in verbs and "진행" in verbs else None


def _subject(one: Mention, verbs: str, verb: Role | None) -> Role | None:
    if verb is Role.SENDER and not _MESSAGE.search(verbs):
        return Role.PRINCIPAL
    if verb is Role.PRINCIPAL and "드리" in verbs and _MESSAGE.search(verbs):
        return Role.PRINCIPAL if _HANDED.search(verbs) else Role.SENDER
    if one.honoured and (verb is Role.PRESENT or _LEADING.search(verbs)):
        return Role.PRINCIPAL
    return verb


def _appointed(one: Mention, case: str, reach: int, told: list[Word]) -> tuple[Role | None, str]:
    """Read "A를 B에서 소환", "A를 B로 임명": the office may stand on either side of the name."""
    if case not in ("object", "subject"):
        return None, ""
    later = " ".join(word.text for word in told[reach + 1 :])
    role = Role.DISMISSED if _first(_LEFT, later) < _first(_CHOSEN, later) else Role.APPOINTED
    words: list[str] = []
    for word in told[reach + 1 :]:
        if word.text.endswith(("으로", "로", "에서")) and not word.text.endswith("회의에서"):
            words.append(re.sub(r"(?:으로|로|에서)$", "", word.text))
            return role, " ".join(words)
        if _CHOSEN.search(word.text) or _LEFT.search(word.text):
            break
        words.append(word.text)
    for place in range(one.first - 1, -1, -1):
        if told[place].text.endswith(("으로", "로")):
            begins = place
            while begins > 0 and not told[begins - 1].comma:
                begins -= 1
            office = " ".join(word.text for word in told[begins : place + 1])
            return role, re.sub(r"(?:으로|로)$", "", office)
    return role, ""


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text) + 1


def _case(one: Mention, told: list[Word], last: int) -> tuple[str, int]:
    """Return the case of a person's list, and the word that shows it."""
    particle, place = one.particle, one.last
    if _HEADED.match(" ".join(w.text for w in told[place + 1 : place + 3])):
        return "headed", place
    listed = told[place].comma
    while True:
        if particle in ("를", "을") and place + 1 <= last and told[place + 1].text == "비롯한":
            listed = True
        elif not listed and particle in _WITH and not _list_goes_on(told, place, last):
            return "with", place
        elif not listed or particle in _SUBJECT or particle in _DATIVE:
            case = _named_case(particle) if particle not in _WITH else ""
            if case and (place == one.last or not _inside(case, told, place, last)):
                return case, place
        place += 1
        if place > last:
            return "subject", last
        bare, particle = told[place].bare()
        del bare
        listed = told[place].comma
        if particle == "들":
            particle = ""


def _inside(case: str, told: list[Word], place: int, last: int) -> bool:
    """Tell whether a word's particle belongs to what modifies the list's next item."""
    if case == "property":
        return True
    following = told[place + 1].text if place + 1 <= last else ""
    return case == "object" and following in ("하게", "하는", "맡은", "한", "위한", "비롯한")


def _list_goes_on(told: list[Word], place: int, last: int) -> bool:
    """Tell whether 와/과 joins a list here: a subject comes before the verb."""
    following = told[place + 1 : last + 1]
    for word in following:
        if _MET.match(word.text):
            return False
        _, particle = word.bare()
        if particle in ("이", "가", "들이", "은", "는", "를", "을", "에게", "의"):
            return True
    return False


def _named_case(particle: str) -> str:
    if particle in _SUBJECT or particle == "들이":
        return "subject"
    if particle in _OBJECT:
        return "object"
    if particle in _DATIVE:
        return "dative"
    return "property" if particle == "의" else ""


def _side(told: list[Word], before: int, country: str | None) -> str | None:
    """Return the side that the nearest "…측에서" before a person sets out."""
    for place in range(before, -1, -1):
        word = told[min(place, len(told) - 1)].text
        found = _SIDE.match(word)
        if found:
            said = found[1]
            if said in ("상대", "반대"):
                return country or "opposite"
            if said == "현지":
                return None
            return country_of(said)
    return None


def country_of(said: str) -> str:
    """Return the English noun of a side's name; the name itself where none is known."""
    countries = korean_words().countries
    if said in countries:
        return countries[said]
    known = [name for name in countries if len(name) > 1 and said.startswith(name)]
    return countries[max(known, key=len)] if known else said
