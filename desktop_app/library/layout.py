"""The tables as they were first made: name, columns, indexes (unique or not, of which columns).

What later steps changed of them is said in `schema` and `leaner`.
"""

from __future__ import annotations

Table = tuple[str, dict[str, type], tuple[tuple[bool, tuple[str, ...]], ...]]

PROVENANCE: tuple[Table, ...] = (
    (
        "original",
        {"id": int, "sha256": str, "name": str, "path": str, "size": int, "read_whole": int},
        ((True, ("sha256",)),),
    ),
    (
        "capture",
        {
            "id": int,
            "original": int,
            "locator": str,
            "item_on_page": int,
            "article": int,
            "version": int,
            "title": str,
            "outlet": str,
            "site": str,
            "lineage": str,
            "url": str,
            "url_key": str,
            "published": str,
            "published_from": str,
            "captured_at": str,
            "captured_from": str,
            "doubts": str,
            "captions": str,
            "topics": str,
            "run": int,
        },
        (
            (True, ("original", "locator")),
            (False, ("article",)),
            (False, ("version",)),
            (False, ("url_key",)),
            (False, ("run",)),
        ),
    ),
    (
        "listing",
        {"id": int, "original": int, "site": str, "day": str, "complete": int},
        ((False, ("day",)),),
    ),
    (
        "mention",
        {
            "id": int,
            "listing": int,
            "capture": int,
            "day": str,
            "first_words": str,
            "url": str,
            "article": int,
        },
        ((False, ("listing",)), (False, ("capture",)), (False, ("day",))),
    ),
)

ARTICLES: tuple[Table, ...] = (
    (
        "article",
        {
            "id": int,
            "public_id": str,
            "published": str,
            "published_from": str,
            "dateline_date": str,
            "dateline_place": str,
            "day_told": str,
            "item_on_page": int,
            "title": str,
            "second_title": str,
            "folded_title": str,
            "outlet": str,
            "site": str,
            "language": str,
            "url": str,
            "has_text": int,
            "reading_version": int,
            "latest_version": int,
            "versions": int,
            "words": int,
            "kind": str,
            "place": str,
            "people": int,
            "edited": int,
            "variant": int,
            "doubtful": int,
            "corrected": int,
            "verified": int,
        },
        ((True, ("public_id",)), (False, ("day_told",)), (False, ("published",))),
    ),
    (
        "version",
        {
            "id": int,
            "article": int,
            "title": str,
            "text": str,
            "text_sha256": str,
            "folded_sha256": str,
            "sketch": bytes,
            "principals": str,
            "complete": int,
            "first_captured_at": str,
            "last_captured_at": str,
            "read_with": str,
            "prepared_with": int,
            "words": int,
        },
        ((False, ("article",)), (False, ("folded_sha256",))),
    ),
    (
        "possible_copy",
        {"id": int, "article": int, "other": int, "why": str},
        ((True, ("article", "other")), (False, ("other",))),
    ),
)

FACTS: tuple[Table, ...] = (
    (
        "event",
        {
            "id": int,
            "article": int,
            "version": int,
            "position": int,
            "kind": str,
            "kind_from": str,
            "happened_first": str,
            "happened_last": str,
            "happened_how": str,
            "place": str,
            "host": str,
            "spans": str,
        },
        ((False, ("version",)), (False, ("article",))),
    ),
    (
        "participant",
        {
            "id": int,
            "event": int,
            "position": int,
            "person": int,
            "name": str,
            "title": str,
            "side": str,
            "role": str,
            "spans": str,
            "certainty": float,
            "rule": str,
            "read_from": str,
            "confirmed": int,
        },
        ((False, ("event",)), (False, ("person", "event"))),
    ),
    (
        "group_present",
        {
            "id": int,
            "event": int,
            "position": int,
            "label": str,
            "side": str,
            "role": str,
            "spans": str,
        },
        ((False, ("event",)),),
    ),
    (
        "person",
        {"id": int, "uuid": str, "name": str, "name_ko": str, "note": str},
        ((True, ("uuid",)), (False, ("name",))),
    ),
    (
        "person_name",
        {"id": int, "person": int, "name": str, "script": str, "key": str, "surest": int},
        ((True, ("name", "person", "key")), (False, ("key",)), (False, ("person",))),
    ),
    (
        "place",
        {
            "id": int,
            "name": str,
            "name_ko": str,
            "kind": str,
            "province": str,
            "latitude": float,
            "longitude": float,
        },
        ((False, ("name",)),),
    ),
)

IMPORTS: tuple[Table, ...] = (
    (
        "import_run",
        {"id": int, "started_at": str, "finished_at": str, "source": str, "state": str},
        (),
    ),
    (
        "import_entry",
        {
            "id": int,
            "run": int,
            "path": str,
            "member": str,
            "outcome": str,
            "reason": str,
            "new": int,
            "new_version": int,
            "duplicate": int,
            "skipped": int,
        },
        ((False, ("run",)),),
    ),
    ("generation", {"id": int, "number": int, "made": str}, ()),
    ("change", {"id": int, "generation": int, "article": int}, ((False, ("generation",)),)),
)


OWN: tuple[Table, ...] = (
    ("tag", {"id": int, "name": str, "folded": str, "colour": str}, ((True, ("name",)),)),
    (
        "article_tag",
        {"id": int, "article": int, "tag": int},
        ((True, ("article", "tag")), (False, ("tag", "article"))),
    ),
    ("collection", {"id": int, "name": str, "folded": str, "colour": str}, ((True, ("name",)),)),
    (
        "article_collection",
        {"id": int, "article": int, "collection": int},
        ((True, ("article", "collection")), (False, ("collection", "article"))),
    ),
    (
        "note",
        {
            "id": int,
            "article": int,
            "key": str,
            "words": str,
            "folded": str,
            "quote": str,
            "before": str,
            "after": str,
        },
        ((True, ("key",)), (False, ("article",))),
    ),
)


LAID_OVER: tuple[Table, ...] = (
    (
        "as_read",
        {"id": int, "version": int, "events": str, "corrected": int},
        ((True, ("version",)),),
    ),
    ("purged", {"id": int, "hash": str}, ((True, ("hash",)),)),
    ("astray", {"id": int, "article": int, "target": str}, ((False, ("article",)),)),
)
