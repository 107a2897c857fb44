"""What stands on either side of a word: whether that makes a person's name of it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.reading.korean.mention import Mention, Words
from desktop_app.reading.korean.names import is_body, is_northern_spelling, may_be_korean
from desktop_app.reading.korean.shapes import COMMON_FAMILIES, shape_of
from desktop_app.reading.korean.titles import NEWLY
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words


class Neighbours:
    """The words of a sentence, the people found so far, and what may be said of a word."""

    def __init__(self, text: str, told: list[Word], known: Mapping[str, str]) -> None:
        self.text, self.told, self.known = text, told, known
        self.shapes = [shape_of(word.text) for word in told]
        self.words = Words(text, told, self.shapes)
        self.found: list[Mention] = []

    def may_name(self) -> bool:
        """Tell whether the sentence has an office, a mark of respect, a list or a known name."""
        for shape, word in zip(self.shapes, self.told, strict=True):
            if shape.hints or word.comma or shape.bare in self.known:
                return True
        return False

    def trusted(self, place: int, name: str) -> bool:
        return may_be_korean(name) or self.shapes[place].strange or self.after_title(place)

    def is_glued(self, place: int) -> bool:
        """Tell whether name and office are one word: 뜨까츄크대사, or 록원장 after 보 반 록."""
        shape = self.shapes[place]
        if shape.glued is not None or not shape.stem:
            return shape.glued is not None
        if shape.stem in self.known or self.short_glued(place):
            return True
        return len(shape.stem) == 2 and self.after_body(place)

    def after_body(self, place: int) -> bool:
        """Tell whether a name of two syllables stands between body and office: 본부 김철위원장."""
        name = self.shapes[place].stem
        if not place or name[0] not in COMMON_FAMILIES or not may_be_korean(name):
            return False
        return is_body(self.told[place - 1].text) and not self.told[place - 1].comma

    def foreign_goes_on(self, place: int) -> bool:
        """Tell whether what looks Korean begins a foreign name: 이고리 모르굴로브 외무성 부상."""
        if self.told[place].comma or place + 1 >= len(self.told) or self.shapes[place].particle:
            return False
        following = self.shapes[place + 1]
        return following.foreign and following.strange and not following.body

    def ends(self, place: int, particle: str) -> bool:
        word = self.told[place]
        following = self.told[place + 1].text if place + 1 < len(self.told) else "등"
        return (
            word.comma
            or particle in korean_words().ending
            or (particle == "도" and place > 0 and self.plays(place))
            or (not particle and following.startswith("등") and len(following) < 4)
        )

    def after_title(self, place: int) -> bool:
        if place == 0 or self.told[place - 1].comma:
            return False
        before = self.shapes[place - 1]
        if before.titled or (place > 1 and before.text in NEWLY) or self.plays(place):
            return True
        # 부위원장에는 강철수가 보선되였다
        named = bool(before.office) and before.particle == "에는" and len(self.told) > place + 1
        return named and self.shapes[place].korean and len(self.shapes[place].bare) == 3

    def plays(self, place: int) -> bool:
        """Tell whether a bare name is a player: 출전한 리설영도, 기관차체육단의 차은정은."""
        if not self.shapes[place - 1].plays:
            return False
        return self.shapes[place].korean and len(self.shapes[place].bare) == 3

    def after_country(self, place: int) -> bool:
        """Read 짐바브웨의 브라이톤 취페레와."""
        before = self.shapes[place - 1] if place else None
        if before is None or before.particle != "의" or not self.shapes[place].strange:
            return False
        return before.bare in korean_words().countries

    def short_glued(self, place: int) -> bool:
        """Tell whether a calling is glued to a short name in a list: 김청옥, 주옥선수들."""
        stem = self.shapes[place].stem
        if len(stem) != 2 or not place or not self.told[place - 1].comma:
            return False
        return may_be_korean(stem) and may_be_korean(self.told[place - 1].text)

    def is_verb(self, place: int) -> bool:
        """Tell whether what looks like a name is a verb with its object: 투쟁을 계속한."""
        before = self.told[place - 1].text if place else ""
        verb = self.told[place].text.endswith(("한", "된", "고", "여", "며", "신"))
        return verb and before.endswith(("을", "를", "에서"))

    def names(self, place: int) -> bool:
        """Tell whether the word at ``place`` is a name that takes the office before it."""
        if place >= len(self.told) or self.told[place - 1].comma:
            return False
        shape = self.shapes[place]
        if shape.marked or (shape.foreign and shape.strange):
            return True
        return shape.korean and self.ends(place, shape.particle)

    def strange(self, place: int, last: int) -> bool:
        """Tell whether words [place, last] sound foreign, or are syllables apart: 웬 푸 쫑."""
        run = range(place, last + 1)
        apart = len(run) > 1 and all(len(self.told[at].text) == 1 for at in run)
        syllables = apart and (len(run) > 2 or is_northern_spelling(self.told[place].text))
        return syllables or any(self.shapes[at].strange for at in run)

    def before_country(self, place: int, last: int) -> bool:
        """Tell whether short words stand before a country and an office: 팜 비엣 훙 윁남대사."""
        run = range(place, last + 1)
        if not 2 <= len(run) <= 4 or last + 1 >= len(self.told):
            return False
        countries = korean_words().countries
        following = self.told[last + 1].text
        home = following in countries or following[:2] in countries or following[:3] in countries
        short = all(len(self.told[at].text) <= 2 for at in run)
        return home and (short if len(run) > 2 else self._plain(run))

    def _plain(self, run: range) -> bool:
        """Tell whether words look like nothing but a name: 무함마두 부하리 나이지리아 대통령."""
        shapes = [self.shapes[at] for at in run]
        if shapes[-1].particle or any(one.body or one.office for one in shapes):
            return False
        if any(len(one.particle) > 1 for one in shapes):
            return False  # 오가와 루미꼬 begins with no particle, but 이날에는 does
        nouns = korean_words().no_names | korean_words().clause_words
        return all(one.text not in nouns and len(one.text) > 2 for one in shapes)

    def opens(self, place: int) -> bool:
        before = self.shapes[place - 1]
        return (
            self.told[place - 1].comma or before.closes or bool(before.tie) or bool(before.particle)
        )

    def leads(self, place: int) -> bool:
        """Tell whether 단장으로 하는 follows: that alone makes a name of a word."""
        following = self.told[place + 1].text if place + 1 < len(self.told) else ""
        return self.shapes[place].particle in ("을", "를") and following in (
            "단장으로",
            "위원장으로",
            "책임자로",
            "대표로",
            "수석대표로",
        )
