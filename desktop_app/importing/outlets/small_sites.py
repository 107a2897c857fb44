"""Sites whose pages one set of selectors reads: a line in a table each."""

from __future__ import annotations

from desktop_app.importing.outlets.layouts import Layout

_TITLE = ("article h1", "article h2", ".view h3", "h1", "h2", "h3", "h4", ".title")

LAYOUTS = (
    Layout(
        "Uriminzokkiri",
        "uriminzokkiri.com",
        "Uriminzokkiri",
        signs=(".view", "#view", ".gisa", ".article"),
        title=(".view h3", ".view h2", ".view .title", "#view h3"),
        body=(".view", "#view", ".gisa", ".article"),
    ),
    Layout(
        "Tongil Voice",
        "tongilvoice.com",
        "Tongil Voice",
        alone=(".mg_title", ".mg_date"),
        title=(".mg_title",),
        body=(".mg_text", ".mg_content", ".mg_body"),
        day=(".mg_date",),
    ),
    Layout(
        "Naenara",
        "naenara.com.kp",
        "Naenara",
        signs=("article", ".article"),
        title=_TITLE,
        body=("article p", ".article p"),
        day=("article .date", ".date", ".article .date"),
    ),
    Layout(
        "Voice of Korea",
        "vok.rep.kp",
        "Voice of Korea",
        signs=(".detail", "#detail", ".article"),
        title=(".detail h4", ".detail h3", "h4", "h3", "h1"),
        body=(".detail p", "#detail p", ".article p"),
    ),
    Layout(
        "Pyongyang Times",
        "pyongyangtimes.com.kp",
        "Pyongyang Times",
        signs=("article", ".article", "#article"),
        title=_TITLE,
        body=("article p", ".article p", "#article p"),
        day=("p.date", ".date"),
    ),
)
