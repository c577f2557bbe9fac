"""Images and documents. Which collection something lies in decides whose it is."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from sites.places.gate.belongings import own_upload
from sites.places.gate.lists import bulk, chosen, posted_collection
from sites.places.gate.objects import document, image, same_file
from sites.places.gate.opened_from import opened_from
from sites.places.gate.rules import allow, closed

IMAGES = {
    "wagtailimages:index": allow(),
    "wagtailimages:index_results": allow(),
    "wagtailimages:add": allow(opened_from, posted_collection),
    "wagtailimages:edit": allow(
        image("image_id"), same_file(get_image_model, "image_id"), posted_collection
    ),
    "wagtailimages:delete": allow(image("image_id")),
    "wagtailimages:image_usage": allow(image("image_id")),
    "wagtailimages:add_multiple": allow(opened_from, posted_collection),
    "wagtailimages:edit_multiple": allow(image("image_id"), posted_collection),
    "wagtailimages:delete_multiple": allow(image("image_id")),
    "wagtailimages:create_multiple_from_uploaded_image": allow(
        own_upload("uploaded_file_id"), posted_collection
    ),
    "wagtailimages:delete_upload_multiple": allow(own_upload("uploaded_file_id")),
    # Addresses of pictures in any size are not given away: our pages make their own.
    "wagtailimages:url_generator": closed(),
    "wagtailimages:url_generator_output": closed(),
    "wagtailimages:preview": closed(),
    "wagtailimages_chooser:choose": allow(opened_from),
    "wagtailimages_chooser:choose_results": allow(opened_from),
    "wagtailimages_chooser:chosen": allow(image("pk")),
    "wagtailimages_chooser:chosen_multiple": allow(chosen(get_image_model)),
    "wagtailimages_chooser:create": allow(opened_from, posted_collection),
    "wagtailimages_chooser:select_format": allow(image("image_id")),
    "wagtailadmin_api:images:listing": closed(),
    "wagtailadmin_api:images:detail": allow(image("pk")),  # the translation editor asks for it
    "wagtailadmin_api:images:find": closed(),
}

DOCUMENTS = {
    "wagtaildocs:index": allow(),
    "wagtaildocs:index_results": allow(),
    "wagtaildocs:add": allow(opened_from, posted_collection),
    "wagtaildocs:edit": allow(
        document("document_id"), same_file(get_document_model, "document_id"), posted_collection
    ),
    "wagtaildocs:delete": allow(document("document_id")),
    "wagtaildocs:document_usage": allow(document("document_id")),
    "wagtaildocs:add_multiple": allow(opened_from, posted_collection),
    "wagtaildocs:edit_multiple": allow(document("doc_id"), posted_collection),
    "wagtaildocs:delete_multiple": allow(document("doc_id")),
    "wagtaildocs:create_multiple_from_uploaded_document": allow(
        own_upload("uploaded_file_id"), posted_collection
    ),
    "wagtaildocs:delete_upload_multiple": allow(own_upload("uploaded_file_id")),
    "wagtaildocs_chooser:choose": allow(opened_from),
    "wagtaildocs_chooser:choose_results": allow(opened_from),
    "wagtaildocs_chooser:chosen": allow(document("pk")),
    "wagtaildocs_chooser:chosen_multiple": allow(chosen(get_document_model)),
    "wagtaildocs_chooser:create": allow(opened_from, posted_collection),
    "wagtailadmin_api:documents:listing": closed(),
    "wagtailadmin_api:documents:detail": allow(document("pk")),
    "wagtailadmin_api:documents:find": closed(),
}

BULK = {"wagtail_bulk_action": allow(bulk(), posted_collection)}

# A place has the one collection that it was made with.
COLLECTIONS = {
    f"wagtailadmin_collections:{view}": closed()
    for view in ("index", "add", "edit", "delete", "set_privacy")
}
