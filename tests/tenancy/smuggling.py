"""Ways of pointing at something from a post, as a form sends them: data for two tests."""

import json

from wagtail.test.utils.form_data import nested_form_data, streamfield


def _comments() -> dict:
    return {
        f"comments-{name}": value
        for name, value in (
            ("TOTAL_FORMS", "0"),
            ("INITIAL_FORMS", "0"),
            ("MIN_NUM_FORMS", "0"),
            ("MAX_NUM_FORMS", ""),
        )
    }


def _post(**fields) -> dict:
    return {"title": "Neue Bank", "date": "2026-11-03", "body-count": "0", **_comments(), **fields}


def _stream(kind: str, value) -> dict:
    blocks = nested_form_data({"body": streamfield([(kind, value)])})
    return {**_post(), **blocks}


def _rich_text(kind: str, data: dict) -> str:
    """Draftail's JSON: one word that carries an entity."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "abcde",
                    "text": "Wort",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
                    "data": {},
                }
            ],
            "entityMap": {"0": {"type": kind, "mutability": "MUTABLE", "data": data}},
        }
    )


# Name → the fields of a post that point at something, by the keys they are given.
FIELDS = {
    "image in a field": lambda ids: _post(image=str(ids["image"])),
    "image in a block": lambda ids: _stream(
        "image",
        {
            "image": {"image": str(ids["image"]), "alt_text": "Bild", "decorative": ""},
            "caption": "",
        },
    ),
    "page in a block": lambda ids: _stream(
        "button", {"label": "Mehr", "page": str(ids["post"]), "address": ""}
    ),
    "draft in a block": lambda ids: _stream(
        "button", {"label": "Mehr", "page": str(ids["draft"]), "address": ""}
    ),
    "page in a text": lambda ids: _stream(
        "paragraph", _rich_text("LINK", {"id": ids["post"], "parentId": ids["news_index"]})
    ),
    "document in a text": lambda ids: _stream(
        "paragraph", _rich_text("DOCUMENT", {"id": ids["document"], "filename": "datei.txt"})
    ),
}
