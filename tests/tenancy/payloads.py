"""What is posted: the fields of the form that the owner gets, changed a little.

A superuser fetches the form with the same keys that the stranger will use; so the values are those
of the owner and valid for the owner. Forms that stand at another address, and posts that have no
form, are named here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from wagtail.images.tests.utils import get_test_image_file

from tests.tenancy.addresses import Address
from tests.tenancy.crawl import Answer, Crawler

TYPED = "Anders"  # no umlaut: it also goes into slugs
# name of the address → (part of its path, what to put there): where its form stands.
FORM_STANDS_AT: dict[str, tuple[str, str]] = {
    "wagtailadmin_pages:preview_on_edit": ("preview/", ""),
    "wagtailadmin_pages:preview_on_add": ("preview/", ""),
    "wagtailsettings:preview_on_edit": ("preview/", ""),
    "wagtailimages_chooser:create": ("create/", ""),
    "wagtaildocs_chooser:create": ("create/", ""),
    "wagtailimages:edit_multiple": ("multiple/", ""),
    "wagtaildocs:edit_multiple": ("multiple/", "edit/"),
    "wagtailadmin_pages:collect_workflow_action_data": ("collect_action_data", "action"),
    "wagtailadmin_workflows:task_chooser_create": ("create/", "?create_model=wagtailcore.Task"),
}
# Field names that carry this prefix at the address that saves.
PREFIXES = {
    "wagtailimages:edit_multiple": "image-{key}-",
    "wagtaildocs:edit_multiple": "doc-{key}-",
}
# Posts without a form, or with fields that the form does not show.
EXTRA: dict[str, dict] = {
    "wagtailadmin_pages:add": {
        "action-publish": "1",
        "start_date": "2027-03-02",
        "start_time": "19:00",
    },
    "wagtailadmin_pages:edit": {"action-publish": "1"},
    "wagtailadmin_pages:revisions_revert": {"action-publish": "1"},
    "wagtailadmin_pages:set_privacy": {"restriction_type": "login"},
    "wagtailadmin_choose_page_external_link": {
        "external-link-chooser-url": "{url}kalender/",
        "external-link-chooser-link_text": TYPED,
    },
    "wagtailadmin_choose_page_email_link": {
        "email-link-chooser-email_address": "wer@netz.example",
        "email-link-chooser-link_text": TYPED,
    },
    "wagtailadmin_editing_sessions:ping": {"is_editing": "1"},
    "wagtail_localize:edit_string_translation": {"value": TYPED},
    "wagtail_localize:edit_override": {"value": "{image}"},
    "wagtail_localize:submit_page_translation": {"locales": "{english}"},
    "wagtail_localize:update_translations": {"publish_translations": "on"},
    "wagtailimages:create_multiple_from_uploaded_image": {
        "uploaded-image-{image_upload}-title": TYPED,
        "uploaded-image-{image_upload}-collection": "{collection}",
    },
    "wagtaildocs:create_multiple_from_uploaded_document": {
        "uploaded-document-{document_upload}-title": TYPED,
        "uploaded-document-{document_upload}-collection": "{collection}",
    },
    "wagtail_bulk_action": {"chooser": "{calendar}"},
    "kalender_act": {"reason": TYPED, "new_venue": TYPED},
    "place_act": {"reason": TYPED},
    "pull_page": {"reason": TYPED},
    "team_invite": {"email": "neu@netz.example", "name": TYPED, "role": "editor"},
    "team_hand_over": {"email": "neu@netz.example", "name": TYPED},
    "team_member_role": {"role": "events"},
    "wagtailimages:add": {"collection": "{collection}"},
    "wagtaildocs:add": {"collection": "{collection}"},
    "wagtailimages_chooser:create": {"image-chooser-upload-collection": "{collection}"},
    "wagtaildocs_chooser:create": {"document-chooser-upload-collection": "{collection}"},
    "wagtailimages:add_multiple": {"title": TYPED, "collection": "{collection}"},
    "wagtaildocs:add_multiple": {"title": TYPED, "collection": "{collection}"},
    "wagtailredirects:add": {
        "old_path": "/neu-hier/",
        "redirect_page": "{event}",
        "site": "{site}",
    },
    "wagtailadmin_workflows:add": {"name": TYPED, "pages-0-page": "{event}"},
}
# Addresses that ask for a method of their own besides.
METHODS = {
    "wagtail_localize:edit_string_translation": ["PUT", "DELETE"],
    "wagtail_localize:edit_override": ["PUT", "DELETE"],
    "wagtailadmin_dismissibles": ["PATCH"],
}


@dataclass
class Harvest:
    """Forms fetched once per address by `crawler`, somebody who may see everything."""

    crawler: Crawler
    known: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def learn(self, url: str, answer: Answer) -> None:
        self.known[url] = list(_fields(answer))

    def payload(self, address: Address, ids: dict, words: list[str]) -> dict:
        """The fields for a POST to this address. `words` of the owner are replaced, so that a form
        that comes back with what was typed shows none of them."""
        url = _form_url(address)
        if url not in self.known:
            self.learn(url, self.crawler.ask("GET", url))
        data = QueryDict(mutable=True)
        for name, value in self.known[url]:
            data.appendlist(_prefixed(address, name, ids), _changed(name, value, words))
        for name, value in EXTRA.get(address.view, {}).items():
            data[name.format(**ids)] = value.format(**ids)
        for name in data:
            if name.endswith("collection"):
                data[name] = str(ids["collection"])
        return {**dict(data.lists()), **self._files(address)}

    def _files(self, address: Address) -> dict:
        """A file where the form asks for one."""
        view = address.view
        if view == "wagtail_localize:upload_pofile":
            content = self.crawler.ask("GET", address.url.replace("upload", "download")).text
            return {"file": SimpleUploadedFile("neu.po", content.encode(), "text/plain")}
        part = {"add": "file", "create": "{}-chooser-upload-file", "add_multiple": "files[]"}
        space, _, name = view.partition(":")
        if name not in part or not space.startswith(("wagtailimages", "wagtaildocs")):
            return {}
        if space.startswith("wagtailimages"):
            picture = get_test_image_file().file.getvalue()
            file = SimpleUploadedFile("neu.png", picture, "image/png")
            return {part[name].format("image"): file}
        file = SimpleUploadedFile("neu.txt", b"Neuer Text", "text/plain")
        return {part[name].format("document"): file}


def _form_url(address: Address) -> str:
    part, instead = FORM_STANDS_AT.get(address.view, ("", ""))
    path, mark, query = address.url.partition("?")
    if part and part in path:
        at = path.rindex(part)
        path = path[:at] + instead + path[at + len(part) :]
    return path + mark + query


def _fields(answer: Answer) -> Iterator[tuple[str, str]]:
    """Names and values of the answer's main form, as a browser would send them."""
    soup = BeautifulSoup(_html(answer), "html.parser")
    forms = soup.find_all("form", method=lambda method: (method or "").lower() == "post")
    if not forms:
        return
    form = max(forms, key=lambda one: len(one.find_all(attrs={"name": True})))
    for tag in form.find_all(["input", "textarea", "select"]):
        if tag.get("name") and not tag.has_attr("disabled"):
            for value in _values(tag):
                yield tag["name"], value
    for block in form.find_all(attrs={"data-block": True}):
        yield f"{block['id']}-count", "0"


def _html(answer: Answer) -> str:
    """Modal dialogs wrap their HTML into JSON."""
    if answer.status != 200 or "<form" not in answer.text:
        return ""
    if answer.text.startswith("{"):
        return json.loads(answer.text).get("html", "")
    return answer.text


def _values(tag) -> list[str]:
    kind = tag.get("type", "")
    if tag.name == "select":
        options = tag.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")]
        if not chosen and not tag.has_attr("multiple"):
            chosen = [option for option in options if option.get("value")][:1]
        return [option.get("value", option.text) for option in chosen]
    if tag.name == "textarea":
        return [tag.text.removeprefix("\n")]
    if kind in ("submit", "button", "file", "image"):
        return []
    if kind in ("checkbox", "radio"):
        return [tag.get("value", "on")] if tag.has_attr("checked") else []
    return [tag.get("value", "")]


def _prefixed(address: Address, name: str, ids: dict) -> str:
    prefix = PREFIXES.get(address.view)
    if not prefix or name.startswith("csrf"):
        return name
    return prefix.format(key=address.url.rstrip("/").rpartition("/")[2]) + name


def _changed(name: str, value: str, words: list[str]) -> str:
    for word in words:
        value = value.replace(word, TYPED).replace(word.title(), TYPED)
    if name in ("title", "name") or name.endswith("-title"):
        return f"{value} {TYPED}".strip()
    return value
