"""Lists of images and documents, and the dialog that chooses an image: without the filter by
"popular tags", which are the words of all places. Nobody can tag anything by a form."""

from django.urls import path
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images.views.chooser import ImageChooserViewSet, ImageChooseView
from wagtail.images.views.chooser import viewset as stock_chooser
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImageIndexView


class _WithoutTags:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters.pop("tag", None)


class OwnImagesFilterSet(_WithoutTags, ImagesFilterSet):
    pass


class OwnDocumentsFilterSet(_WithoutTags, DocumentsFilterSet):
    pass


class _OfOneTenant:
    """The list says whose it is: "all of them", and the way to an upload, mean these also when
    another window has led elsewhere meanwhile."""

    @property
    def current_collection(self):
        return self.request.tenant and self.request.tenant.collection

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not context["object_list"]:
            context["current_collection"] = None  # the sentence for an empty list needs none
        return context


class OwnImages(_OfOneTenant, ImageIndexView):
    filterset_class = OwnImagesFilterSet


class OwnDocuments(_OfOneTenant, DocumentIndexView):
    filterset_class = OwnDocumentsFilterSet


class OwnImageChooseView(ImageChooseView):
    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "popular_tags": []}


class OwnImageChooser(ImageChooserViewSet):
    choose_view_class = OwnImageChooseView


def urls() -> list:
    """Registered before Wagtail's own, with the same addresses."""
    chooser = OwnImageChooser(stock_chooser.name, model=stock_chooser.model)
    return [
        path("images/", OwnImages.as_view(), name="own_images"),
        path("images/results/", OwnImages.as_view(results_only=True), name="own_images_results"),
        path("images/chooser/", chooser.choose_view, name="own_image_chooser"),
        path("documents/", OwnDocuments.as_view(), name="own_documents"),
        path(
            "documents/results/",
            OwnDocuments.as_view(results_only=True),
            name="own_documents_results",
        ),
    ]
