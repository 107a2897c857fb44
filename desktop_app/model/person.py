"""Human beings over all spellings, as lists of public facts know them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

_DATELINE = uuid.UUID("6f3c2a52-0d8e-5a58-9c58-2f6f3b6f1b11")


def person_uuid(*parts: str) -> str:
    """Return the lasting id of the person whom ``parts`` describe: the same in every library."""
    return str(uuid.uuid5(_DATELINE, "\n".join(parts)))


@dataclass(frozen=True, slots=True)
class Office:
    """An office held, both days included; None where a day is not known, or it has not ended."""

    title: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One entry of an authority file; ``source`` says where it comes from."""

    id: str
    name: str
    source: str
    name_ko: str = ""
    spellings: tuple[str, ...] = ()
    nation: str = ""
    died: date | None = None
    offices: tuple[Office, ...] = ()

    @property
    def uuid(self) -> str:
        return person_uuid("known", self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, as written."""
        return tuple(one for one in (self.name, self.name_ko, *self.spellings) if one)

    def in_office_on(self, day: date) -> bool:
        """Tell whether ``day`` lies between the first and the last day in any office."""
        firsts = [office.first for office in self.offices if office.first]
        lasts = [office.last or date.max for office in self.offices]
        return bool(firsts) and min(firsts) <= day <= max(lasts)
