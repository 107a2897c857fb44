"""The role of somebody to whom something is done, or whose report or name is told of."""

from __future__ import annotations

import re

from desktop_app.model.participant import Role
from desktop_app.reading.korean.cases import Case
from desktop_app.reading.korean.tokens import Word

_AWARDED = re.compile(r"수여(?:되|하|식|할)|표창|칭호가")
_SENT = re.compile(r"보내(?:는|신|시는|온)|전하는|전하시는|(?:드리|올리)(?:는|신|시는)|드린|올린")
MESSAGE = re.compile(
    r"축전|답전|전문|편지|친서|조전|화환|꽃바구니|선물|감사를|생일상|위문|서한|지원물자|답례|축하문|교육원조비"
    r"|축하장|년하장|인사를 전"
)
HANDED = re.compile(r"전달(?:되|하|해)|(?:편지|바구니|친서|선물)[을를] 전(?:하였|했)")


def given_role(verbs: str, after: str) -> list[Role]:
    """Return the role of somebody to whom something is done."""
    if _SENT.match(after) or re.search(r"전달해 ?드리", verbs):
        return [Role.RECIPIENT]
    if re.search(r"(?:드리|올리)는 \S+ 전달되|(?:보내|드리|올리)(?:는|시는) ", verbs):
        return [Role.RECIPIENT]
    if HANDED.search(verbs):
        return [Role.PRINCIPAL]
    if _AWARDED.search(verbs) or MESSAGE.search(verbs) or re.search(r"인사를 전", verbs):
        return [Role.RECIPIENT]
    return [Role.PRINCIPAL] if re.search(r"봉정|예방|신임장", verbs) else []


def owner_role(told: list[Word], case: Case, verbs: str) -> list[Role]:
    """Return the role of somebody whose report, name or talks are told of."""
    after = told[case.reach + 1].text if case.reach + 1 < len(told) else ""
    if re.match(r"(?:보고|토론|연설|개회사|페회사)(?:가|를|이|을|에$)", after):
        return [Role.SPEAKER]
    if after in ("존함을", "존함으로", "존함과") or after.startswith("명의"):
        return [Role.SENDER]
    following = " ".join(word.text for word in told[case.reach + 1 : case.reach + 3])
    if after.startswith(("인솔", "안내밑")) or following == "직접적인 지도밑에":
        return [Role.PRINCIPAL]
    return [Role.PRINCIPAL] if "회담" in verbs and "진행" in verbs else []


def from_role(verbs: str) -> list[Role]:
    """Return the role of somebody from whom something is received."""
    if re.search(r"신임장|인사를 받|전달받", verbs):
        return [Role.PRINCIPAL]
    return [Role.SENDER] if MESSAGE.search(verbs) and "받" in verbs else []
