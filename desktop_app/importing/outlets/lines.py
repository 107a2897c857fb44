"""Text as lines: edges cleaned, and what a page prints round a dispatch taken off.

Nothing is ever dropped by searching inside a paragraph: "HOME" and "Browse" occur in
headlines and in text. Only whole lines count, and ends of the last and first.
"""

from __future__ import annotations

import re

_NBSP = r"&(?:nbsp|nbspl|nsp|nbps|nbs)\b;?|\bnbsp;"
_ODD = frozenset("\u200b\ufeff")
_EDGE = re.compile(rf"^(?:\s|\u200b|\ufeff|{_NBSP})+|(?:\s|\u200b|\ufeff|{_NBSP})+$")
_BARS = re.compile(r"^(?:\|\s*)+(?=\S|$)|\s*\|\s*$")
_BREAKS = re.compile(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_COMMA_TAIL = re.compile(r"(?:\s*,\s*){3,}$")

CHROME = re.compile(
    r"""(?ix) ^(?:
      BACK | HOME | PAST\s?NEWS | TOP | BACK\s+HOME(?:\s+PAST\s?NEWS)?
    | For\s+Spanish[ -]speaking\s+people
    | Copyright\b.{0,120} | ©.{0,120} | All\s+rights\s+reserved.{0,40}
    | KCNA\s+Watch\s+Logo | Browse | Upgrade\s+to\s+NK\s+PRO\s+today.*
    | Read\s+original\s+version\s+at\s+source
    | Share | Tweet | Print | Facebook | Twitter
    | Image\s+credit.* | Submitted\s+by\s+KCNA\s+on.* | Join\s+the\s+.{0,60}mailing\s+list.*
    | NEWSLETTER | Sponsored\s+Links | You\s+are\s+using\s+an\s+outdated\s+browser.*
    | .{0,40}Internet\s+Explorer.{0,80} | Log\s?[Ii]n | Sign\s?[Uu]p | My\s+Alerts?
    | Past\s+news | The\s+Wayback\s+Machine\b.{0,200}
    | (?:\w+day,\s)?\w{3,9}\s\d\d?,\s\d{4}\s?Latest\s+News
    | Originally\s+(?:posted|published)\s+(?:on|by)\b.{0,120} | Posted\s+(?:on|by)\b[^.]{0,60}
    | 페이지\s?정보 | 본문(?:\s?바로가기)? | 관련\s?링크 | 댓글\s?\d*건?
    | 작성자\s.{0,30}\s작성일.{6,80} | 조회\s?[\d,]*회?
    | 목록으로 | 홈으로 | 인쇄하기? | 이전\s?기사 | 다음\s?기사 | 처음으로
    | \d{8,}(?:\s+\d{8,})*
    | [-=*_\u2500\u30fc\uff0d\u2015\u2010]{3,}
    )$"""
)
END_LINE = re.compile(
    r"""(?ix) ^(?:
      More\s+From\b.* | More\s+Articles | Related\s+(?:posts|articles|news)\b.*
    | Copyright\s+\(C\)\s+KOREA\s+NEWS\s+SERVICE.* | Image\s+credit.*
    | Join\s+the\s+.{0,60}mailing\s+list.* | 관련\s?기사
    | (?:Share|Like)\s+this:? | Leave\s+a\s+(?:Reply|Comment)\b.*
    | (?:Posted|Filed)\s+(?:in|under)\b[^.]{0,60}
    | This\s+entry\s+was\s+posted\b.* | Tags?:\s.{0,200} | You\s+can\s+comment\s+this\s+article.*
    )$"""
)
END_MARK = re.compile(
    r"\s*(?:[-–—]\s?[0Oo]\s?[-–—]|[(（]\s*끝\s*[)）]|[（(]\s*[おオ]わり\s*[)）]|[(（]完[)）]"
    r"|[\uff0d\u2010\u2015\u30fc\u2014]{3,}|\s-{3,})\s*$"
)
CUT_MARK = re.compile(
    r"\s*(?:\(\s*전문\s?보기\s*\)|\[\s*전문\s?보기\s*\]|\[?…\s?\]?|\[\.\.\.\])\s*$"
)
_LONGEST = 200  # no line of chrome is longer; a paragraph needs no look
_NO_LETTERS = re.compile(r"\W+")


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text``, edges cleaned; empty ones stay, as they divide."""
    return [clean(line) for line in _BREAKS.split(text)]


def only_chrome(text: str) -> bool:
    """Say whether no line of ``text`` is of a dispatch; the first that is ends the look."""
    return all(is_chrome(clean(line)) for line in _BREAKS.split(text))


def clean(line: str) -> str:
    """Take spaces, literal &nbsp; and the bars of text-captured tables off both ends."""
    line = line.strip()
    if "&" in line or "nbsp" in line or line[:1] in _ODD or line[-1:] in _ODD:
        line = _EDGE.sub("", line)
    if "|" in line:
        line = _EDGE.sub("", _BARS.sub("", _BARS.sub("", line)))
    return line


def is_chrome(line: str) -> bool:
    return not line or (len(line) < _LONGEST and CHROME.match(line) is not None)


def ends_page(line: str) -> bool:
    """Say whether what comes from this line on is of the page, never of the dispatch."""
    return len(line) < _LONGEST and END_LINE.match(line) is not None


def without_edges(lines: list[str]) -> list[str]:
    """Drop chrome before the first and after the last line of text, and empty lines."""
    first, last = 0, len(lines)
    while first < last and is_chrome(lines[first]):
        first += 1
    while last > first and is_chrome(lines[last - 1]):
        last -= 1
    kept = [line for line in lines[first:last] if line]
    if kept and kept[-1].endswith(","):
        kept[-1] = _COMMA_TAIL.sub("", kept[-1])
    return [line for line in kept if line]


def unwrapped(lines: list[str], *, by_windows: bool) -> list[str]:
    """Join lines that were only broken to fit a width: the next goes on in the sentence.

    Pages with Windows line ends broke their lines in the middle of names, too.
    """
    joined: list[str] = []
    for line in lines:
        before = joined[-1] if joined else ""
        broken = before[-1:].islower() or before[-1:] in (",", "-")
        if before and (line[:1].islower() or (by_windows and broken and line[:1].isalpha())):
            joined[-1] = f"{before}{'' if before.endswith('-') else ' '}{line}"
        else:
            joined.append(line)
    return joined


def one_line(text: str) -> str:
    """Return ``text`` on one line, as a title stands."""
    return " ".join(clean(part) for part in _BREAKS.split(text) if clean(part)).strip()


def same_words(one: str, other: str) -> bool:
    """Say whether two lines differ in nothing but spaces, marks and case."""
    return one == other or _letters(one) == _letters(other)


def _letters(line: str) -> str:
    return _NO_LETTERS.sub("", line).casefold()
