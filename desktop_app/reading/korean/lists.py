"""Whether a name stands in a list: among names, before a calling or a post of all of them."""

from __future__ import annotations

from desktop_app.reading.korean.names import is_body, may_be_korean
from desktop_app.reading.korean.neighbours import Neighbours
from desktop_app.reading.korean.shapes import COMMON_FAMILIES
from desktop_app.reading.korean.titles import office_behind
from desktop_app.reading.korean.words import korean_words

_LONGEST_LIST = 10  # words
_NAMED = ("임명", "선거", "선출", "파견")
_RANKS = frozenset(("원수", "차수", "대장", "상장", "중장", "소장"))
_DIVISIONS = frozenset("군시도구리동읍면")


class Lists(Neighbours):
    """What may be said of a word by the list in which it stands."""

    def is_listed(self, place: int, name: str) -> bool:
        """Tell whether a list makes a person's name of the word at ``place``."""
        if len(name) < 3:
            return self.short_in_list(place)
        return self.in_list(place) or self.before_calling(place) or self.before_post(place)

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

    def before_post(self, place: int) -> bool:
        """Tell whether somebody's new post follows: 김남철이 …대사로 임명되였다."""
        if self.shapes[place].particle not in ("이", "가", "을", "를"):
            return False
        for at in range(place + 1, min(place + _LONGEST_LIST, len(self.told))):
            shape = self.shapes[at]
            if shape.office and shape.particle in ("로", "으로"):
                ends = self.told[at].comma or self.words.word(at + 1).startswith(_NAMED)
                return ends and _NAMED[0] in self.told[-1].text
            if shape.marked or shape.glued or self.told[at].comma:
                return False
        return False

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
