"""Spanish dispatches give their rosters and principals, in Spanish titles."""

from __future__ import annotations

import pytest

from desktop_app.model.participant import EventKind, Role
from desktop_app.reading.dispatch import read_dispatch
from desktop_app.reading.spanish.letters import is_spanish

TEXT = (
    "Pyongyang, 7 de agosto (ACNC) -- El presidente del Comite, Pak Sun Il, visito este lunes la"
    " Fabrica de Hilos.\n"
    "Le acogieron el jefe y director de la fabrica, Ivan Petrov, y el embajador ruso en Corea,"
    " Oleg Markov.\n"
    "Estuvieron presentes por la parte coreana Ri Un Su y Om Chol Nam, miembros del Buro y"
    " secretarios del Comite, y otros funcionarios, y por la rusa, Anna Orlova, jefa del Buro.\n"
    "El ministro de Cultura Kim Tok Su pronuncio un discurso."
)


def test_spanish_is_told_from_english():
    assert is_spanish(TEXT)
    assert not is_spanish("Pak Sun Il, minister of Forestry, visited the mill on Monday. " * 9)
    assert not is_spanish("")


def test_a_spanish_dispatch_gives_people_titles_sides_and_roles():
    reading = read_dispatch(TEXT, "Pak Sun Il visita Fabrica de Hilos")
    rows = [(row.name, row.title, row.side, row.role) for row in reading.participants]
    assert rows == [
        ("Pak Sun Il", "presidente del Comite", None, Role.PRINCIPAL),
        ("Ivan Petrov", "jefe y director de la fabrica", None, Role.GREETED),
        ("Oleg Markov", "embajador ruso en Corea", None, Role.GREETED),
        ("Ri Un Su", "miembro del Buro y secretario del Comite", "DPRK", Role.PRESENT),
        ("Om Chol Nam", "miembro del Buro y secretario del Comite", "DPRK", Role.PRESENT),
        ("Anna Orlova", "jefa del Buro", "Russia", Role.PRESENT),
        ("Kim Tok Su", "ministro de Cultura", None, Role.SPEAKER),
    ]
    assert [group.label for event in reading.events for group in event.groups] == [
        "otros funcionarios"
    ]
    for row in reading.participants:
        assert TEXT[row.spans[0].start : row.spans[0].end] == row.name


def test_who_is_met_after_a_day_and_a_place_is_read_and_so_is_the_leader_of_a_delegation():
    told = (
        "El ministro de Cultura Kim Tok Su departio el dia 8 en la Casa de Huespedes con la"
        " delegacion del Comite presidida por el presidente Oleg Markov, quien vino de visita."
    )
    reading = read_dispatch(told, "Kim Tok Su se reune con delegacion de visita", language="es")
    assert [event.kind for event in reading.events] == [EventKind.MEETING]
    assert [(row.name, row.title, row.role) for row in reading.participants] == [
        ("Kim Tok Su", "ministro de Cultura", Role.PRINCIPAL),
        ("Oleg Markov", "presidente", Role.PRINCIPAL),
    ]


def test_a_leader_who_guides_is_on_an_inspection_whatever_the_place_is_called():
    told = "El Dirigente Kim Tok Su dirigio el Centro de Informacion de Musica."
    reading = read_dispatch(told, "Kim Tok Su dirige Centro de Informacion", language="es")
    assert [event.kind for event in reading.events] == [EventKind.INSPECTION]


@pytest.mark.parametrize(
    ("kind", "title", "lead"),
    [
        ("ceremony", "Om Chol recibe cartas credenciales", "Recibio hoy las cartas credenciales."),
        (
            "message",
            "Om Chol recibe presente",
            "El premier Om Chol recibio un presente del alcalde.",
        ),
        (
            "ceremony",
            "Om Chol expresa condolencias",
            "Om Chol visito el dia 2 la embajada para expresar condolencias por su deceso.",
        ),
        ("message", "Visitantes de luto", "Om Chol hizo llegar el dia 2 un cesto de flores."),
        ("other", "Periodicos dedican editoriales", "Los periodicos publicaron un articulo."),
        ("performance", "Dia del Sol", "Tuvo lugar en la capital la proyeccion de la sexta parte."),
        ("message", "Estudio con la parte Sur", "El director envio una carta a la parte Sur."),
        ("arrival_departure", "Visitas", "La delegacion partio el dia 2 para visitar Peru."),
        ("sports", "Inaugurado Torneo de Tenis", "Quedo inaugurado el Torneo de Tenis."),
        (
            "inspection",
            "Om Chol en Songchon",
            "El premier Om Chol estudio en el terreno la siembra.",
        ),
        ("other", "Se aumentan visitantes al Museo", "Los visitantes al Museo son muchos."),
    ],
)
def test_a_spanish_dispatch_is_of_the_kind_of_its_main_verb(kind, title, lead):
    assert read_dispatch(lead, title, language="es").events[0].kind == kind
