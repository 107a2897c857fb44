"""What stands on either side of a word: whether that makes a person's name of it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.reading.korean.mention import Mention, Words
from desktop_app.reading.korean.names import is_body, is_northern_spelling, may_be_korean
from desktop_app.reading.korean.shapes import COMMON_FAMILIES, shape_of
from desktop_app.reading.korean.titles import NEWLY, office_behind
from desktop_app.reading.korean.tokens import Word
from desktop_app.reading.korean.words import korean_words

_LONGEST_LIST = 10  # words
_RANKS = frozenset(("원수", "차수", "대장", "상장", "중장", "소장"))
_DIVISIONS = frozenset("군시도구리동읍면")


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

    def in_list(self, place: int) -> bool:
        """Tell whether a bare name stands among names: 곽춘웅, 림복순, 오덕춘을 비롯한."""
        if self.found and self.found[-1].last == place - 1:
            joined = self.found[-1].particle in ("와", "과") and self.bare(place)
            if joined or self.told[place - 1].comma:
                return True
        if not (self.told[place].comma and self.bare(place) and self.bare(place + 1)):
            return False
        ends = {self.told[place].text[-1], self.shapes[place + 1].bare[-1]}
        return not (len(ends) == 1 and ends <= _DIVISIONS)  # 안악군, 신천군

    def short_in_list(self, place: int) -> bool:
        """Tell whether a name of two syllables stands between others: 김평해, 최휘, 태종수."""
        text = self.told[place].text
        common = text[0] in COMMON_FAMILIES and text not in korean_words().no_names
        return common and self.told[place].comma and self.listed(place) and self.bare(place + 1)

    def before_calling(self, place: int) -> bool:
        """Tell whether a list of bodies and names begins here that ends in 선수들."""
        if not self.told[place].comma:
            return False
        if self.ends_in_calling(place + 1):
            return True  # 1위를 한 리정화, 김광성선수들
        if not (place and self.shapes[place - 1].body):
            return False
        for at in range(place + 1, min(place + _LONGEST_LIST, len(self.told))):
            shape = self.shapes[at]
            if self.ends_in_calling(at) or self.is_calling(at):
                return True
            if not (shape.body or shape.korean):
                return False
        return False

    def ends_in_calling(self, place: int) -> bool:
        """Tell whether the word at ``place`` ends a list of names in 선수들."""
        if place >= len(self.told):
            return False
        shape = self.shapes[place]
        if shape.glued:
            return shape.text.startswith(f"{shape.glued.name}{shape.glued.behind}들")
        return self.short_glued(place) and shape.particle.startswith("들")

    def short_glued(self, place: int) -> bool:
        """Tell whether a calling is glued to a short name in a list: 김청옥, 주옥선수들."""
        stem = self.shapes[place].stem
        if len(stem) != 2 or not place or not self.told[place - 1].comma:
            return False
        return may_be_korean(stem) and may_be_korean(self.told[place - 1].text)

    def is_calling(self, place: int) -> bool:
        """Tell whether the word behind a name and its aside is a calling: 리향미(녀자)선수들."""
        if place >= len(self.told) or place == 0:
            return False
        shape, before = self.shapes[place], self.told[place - 1]
        aside = self.told[place].start - before.end > 2
        return aside and not shape.stem and shape.particle.startswith("들") and bool(shape.office)

    def bare(self, place: int) -> bool:
        if place >= len(self.told):
            return False
        shape, word = self.shapes[place], self.told[place]
        name = word.text if word.comma else shape.bare
        cut = shape.marked or shape.glued
        if cut:
            return may_be_korean(cut.name) and len(cut.name) == 3
        return len(name) == 3 and may_be_korean(name) and not is_body(name)

    def joined_to_name(self, place: int) -> bool:
        """Tell whether a Korean name and a comma stand right before ``place``."""
        before = self.told[place - 1] if place else None
        return before is not None and before.comma and may_be_korean(before.text)

    def before_shared_office(self, place: int) -> bool:
        """Tell whether the next name has an office of both: 리광, 윤우철 당력사연구소 부소장들."""
        following = place + 1
        if following + 1 >= len(self.told) or not self.told[place].comma:
            return False
        if self.told[following].comma or not may_be_korean(self.told[following].text):
            return False
        last = office_behind(self.told, self.shapes, following + 1, many=True)
        return last is not None and self.shapes[last].particle.startswith("들")

    def before_names_in_a_row(self, place: int) -> bool:
        """Tell whether names follow without commas, and their rank: 현철해 김명국 리명수 대장."""
        at = place
        while at < len(self.told) and self.shapes[at].korean and not self.told[at].comma:
            name = self.told[at].text
            if len(name) != 3 or self.shapes[at].particle:
                return False
            at += 1
        if at < place + 2 or at >= len(self.told):
            return False
        return self.shapes[at].bare in _RANKS and not self.names(at + 1)

    def listed(self, place: int) -> bool:
        """Tell whether a person and a comma stand right before ``place``."""
        last = self.found[-1].last if self.found else -1
        return last == place - 1 and place > 0 and self.told[last].comma

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
