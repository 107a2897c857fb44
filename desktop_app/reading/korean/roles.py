"""Says who did what: each person takes the role of the verb that closes his clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_app.model.participant import EventKind, Role
from desktop_app.reading.korean.appointments import appointment, is_appointment
from desktop_app.reading.korean.cases import Case, Item, case_of
from desktop_app.reading.korean.clauses import Clause, Sentence, role_of, said_of
from desktop_app.reading.korean.given import HANDED, MESSAGE, from_role, given_role, owner_role
from desktop_app.reading.korean.groups import GroupSpan
from desktop_app.reading.korean.mention import Mention
from desktop_app.reading.korean.scene import Scene, is_spoken, waiting
from desktop_app.reading.korean.sides import side_of
from desktop_app.reading.korean.tokens import Word

_MET = re.compile(r"회담|회동|담화를|담화하|만나|상봉|접견|면담|작별하")
_RECEIVED = re.compile(r"맞이|바래|환송|환영|만나|접견|영접")
# Talks that only tell which pictures or days are meant: 상봉하시는 사진들이.
_MET_ASIDE = re.compile(r"(?:회담|담화|상봉|접견|면담)하(?:시는|신|는) [가-힣]")
_TOGETHER = re.compile(r"모시고(?! 진행된| 열린| 마련된)|함께|수행하여|성원으로|수행원으로")
_MOVED = re.compile(r"떠나|떠났|갔|왔|도착|출발|귀국|돌아|참가하|참석하|나오|관람")
_LEADING = re.compile(r"관람하시|참석하시|참가하시|사회하시|지도하시")
_REVERENT = re.compile(r"시[였며고여]|셨")
_ROSTER = frozenset({Role.PRESENT, Role.GREETED, Role.SAW_OFF, Role.ACCOMPANIED})
# A leader's ways, on which others join him: 참배에는 …이 함께했다.
_LED = frozenset({EventKind.VISIT, EventKind.INSPECTION})
_JOINED = re.compile(r"함께 ?[하했]")
_LISTING = _ROSTER | {Role.PERFORMER}
LEADERS = ("김일성", "김정일", "김정은")  # the South names them without 께서
_ENVOYED = re.compile(r"^(?:보내(?:는|신|시는|주신|온)|보낸|(?:드리|올리)(?:는|시는)|드린|올린)$")


@dataclass(frozen=True, slots=True)
class Acting:
    """A person in one role; ``trigger`` is the verb's place in the text.

    A ``weak`` row counts only where the dispatch gives its person no other role; ``known``
    tells that a pronoun or an office stands for his name.
    """

    mention: Mention
    role: Role
    side: str | None
    trigger: tuple[int, int]
    title: str = ""
    weak: bool = False
    known: bool = False


def acting(
    sentence: Sentence, people: list[Mention], groups: list[GroupSpan], scene: Scene
) -> list[Acting]:
    """Give every person of a sentence the roles that its clauses say; topics get none."""
    text, told, parts = sentence
    items: list[Item] = sorted([*people, *groups], key=lambda item: item.first)
    found: list[Acting] = []
    for one in people:
        number = next(n for n, part in enumerate(parts) if one.last <= part.last)
        case = case_of(one, items, told, parts[number].last)
        while case.reach > parts[number].last:
            number += 1
        if case.name == "headed":
            said = _deed(parts[number:])
        elif case.name == "from":
            said = parts[number]
        else:
            said = said_of(text, told, parts, number, case.reach)
        if scene.kind is EventKind.MESSAGE and case.name == "subject" and said.text:
            said = next((part for part in parts[number:] if _sends(part)), said)
        rows = _rows(one, case, said, told, scene)
        found.extend(rows)
        if rows and case.name == "subject" and _speaks_later(parts[number + 1 :], people):
            found.append(replace(rows[0], role=Role.SPEAKER))
    return found


def _deed(parts: list[Clause]) -> Clause:
    """Return the clause that says what a delegation came for: 참가하고 …을 만났다."""
    verbs = [role_of(part.text) for part in parts]
    if verbs[0] is None and len(parts) > 1:
        return parts[1]  # 부의장을 고문으로 하고 회장을 단장으로 하는 대표단이 초대되였다
    if verbs[0] is not None and verbs[0][0] is Role.PRESENT:
        later = (
            part
            for part, verb in zip(parts, verbs, strict=True)
            if verb and verb[0] is Role.PRINCIPAL
        )
        return next(later, parts[0])
    return parts[0]


def _sends(clause: Clause) -> bool:
    verb = role_of(clause.text)
    return verb is not None and verb[0] is Role.SENDER


def _speaks_later(parts: list[Clause], people: list[Mention]) -> bool:
    """Tell whether the same subject, named no more, makes a speech in a later clause."""
    for clause in parts:
        if any(clause.first <= one.last <= clause.last for one in people):
            return False
        verb = role_of(clause.text)
        if verb is not None and verb[0] is Role.SPEAKER:
            return True
    return False


def _rows(one: Mention, case: Case, said: Clause, told: list[Word], scene: Scene) -> list[Acting]:
    verb = role_of(said.text)
    trigger = (said.start, said.end)
    if verb is not None:
        trigger = (said.start + verb[1], said.start + verb[2])
    side = side_of(told, one.first, scene.country)
    after = " ".join(word.text for word in told[case.reach + 1 : said.last + 1])
    if said.text and is_appointment(after):
        role, title = appointment(one.first, case, told)
        return [Acting(one, role, side, trigger, title)] if role else []
    roles, weak = _roles(one, case, said, told, scene)
    if Role.GREETED in roles and case.name == "subject":
        side = None
    return [Acting(one, role, side, trigger, weak=weak) for role in roles]


def _roles(
    one: Mention, case: Case, said: Clause, told: list[Word], scene: Scene
) -> tuple[list[Role], bool]:
    """Return the roles of a person in this case, and whether they are weak."""
    verbs = said.text
    verb = role_of(verbs)
    done = verb[0] if verb else None
    if case.name == "headed":
        committee = told[case.reach + 1].text.startswith("위원장")
        if committee and done is Role.OTHER:
            return [Role.OTHER], False
        return [done if done in (Role.PRESENT, Role.GREETED) else Role.PRINCIPAL], False
    if case.name == "dative":
        after = told[case.reach + 1].text if case.reach + 1 < len(told) else ""
        given = given_role(verbs, after)
        if scene.kind is EventKind.SPORTS and given == [Role.RECIPIENT]:
            given = [Role.PERFORMER]
        return given, False
    if case.name == "with" and not (done in _LISTING and _listed(case, told)):
        return _with(case, verbs, told, done)
    if case.name == "object":
        if case.reach + 1 < len(told) and told[case.reach + 1].text == "모시고":
            return [Role.PRINCIPAL], True
        if re.search(r"만나|만났|접견|면담|작별방문|의례방문|예방하", verbs):
            return [Role.PRINCIPAL], False
        if re.search(r"(?:대동|동반)하", verbs):
            return [Role.ACCOMPANIED], False
        return (
            [Role.PRINCIPAL] if _RECEIVED.search(verbs) and _REVERENT.search(verbs) else []
        ), True
    if case.name == "from":
        return from_role(verbs), False
    if case.name == "property":
        return owner_role(told, case, verbs), False
    return _subject(one, case, said, told, done, scene), False


def _listed(case: Case, told: list[Word]) -> bool:
    """Tell whether 와 only lists, in front of words that no rule takes for people."""
    after = told[case.reach + 1].text if case.reach + 1 < len(told) else ""
    return after not in ("함께", "같이") and not _MET.search(after)


def _with(case: Case, verbs: str, told: list[Word], done: Role | None) -> tuple[list[Role], bool]:
    after = told[case.reach + 1].text if case.reach + 1 < len(told) else ""
    if after in ("함께", "같이"):
        if done is Role.PRESENT and told[0].text.endswith("에는"):
            return [Role.PRESENT], False  # 연회에는 A대통령과 함께 …이 초대되였다
        return [Role.ACCOMPANIED], True
    if _MET_ASIDE.search(verbs):
        return [], False
    if told[case.reach].text.endswith("사이의") or _MET.search(verbs) or after.startswith("회담"):
        return [Role.PRINCIPAL], False
    return [], False


def _subject(
    one: Mention, case: Case, said: Clause, told: list[Word], done: Role | None, scene: Scene
) -> list[Role]:
    verbs = said.text
    if _ENVOYED.match(told[said.last].text) and said.last + 1 < len(told):
        what = " ".join(word.text for word in told[said.last + 1 : said.last + 3])
        return [Role.SENDER] if MESSAGE.search(what) or re.search("인사|말씀", what) else []
    if done is None or done is Role.PRINCIPAL:
        ends = len(told) if case.name == "subject" and _topic(told, case) else said.last + 1
        whole = " ".join(word.text for word in told[case.reach + 1 : ends])
        if is_spoken(whole, scene):
            return [] if one.honoured or one.name in LEADERS else [Role.SPEAKER]
    waits = waiting(verbs, scene)
    if waits:
        return [waits]
    if done is Role.RECIPIENT and scene.kind is EventKind.SPORTS:
        return [Role.PERFORMER]
    if done is None and scene.kind is EventKind.SPORTS and one.title.endswith("선수"):
        return [Role.PERFORMER]
    if done is Role.PRESENT and scene.kind in _LED and _JOINED.search(verbs):
        return [Role.ACCOMPANIED]
    if done in (Role.PRINCIPAL, Role.PRESENT) and _follows(one, case, said, told):
        return [Role.ACCOMPANIED]
    return _by_verb(one, verbs, done)


def _topic(told: list[Word], case: Case) -> bool:
    """Tell whether a subject stays the subject to the end of its sentence."""
    return told[case.reach].text.endswith(("은", "는"))


def _follows(one: Mention, case: Case, said: Clause, told: list[Word]) -> bool:
    """Tell whether a subject comes along with somebody: "위원장과 함께 …이 떠났다"."""
    if one.honoured or not _MOVED.search(said.text):
        return False
    before = " ".join(word.text for word in told[: one.first])
    between = " ".join(word.text for word in told[case.reach + 1 : case.reach + 2])
    return bool(_TOGETHER.search(before)) or between == "함께"


def _by_verb(one: Mention, verbs: str, done: Role | None) -> list[Role]:
    if re.search(r"보고(?:를)? ?드리", verbs):
        return []
    if done is Role.SENDER and not MESSAGE.search(verbs):
        return [Role.PRINCIPAL]
    if done is Role.PRINCIPAL and "드리" in verbs and MESSAGE.search(verbs):
        return [Role.PRINCIPAL if HANDED.search(verbs) else Role.SENDER]
    leads = one.honoured or (one.name in LEADERS and one.particle in ("이", "가", "은", "는"))
    if leads and (done in (Role.PRESENT, Role.GREETED, Role.SAW_OFF) or _LEADING.search(verbs)):
        return [Role.PRINCIPAL]
    if leads and done is Role.SPEAKER:
        return [Role.PRINCIPAL, Role.SPEAKER]
    return [done] if done else []
