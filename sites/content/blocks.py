"""The blocks of free pages and posts: few, plain, without raw HTML or free embeds."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

RICH_TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link"]
LONG_TEXT_FEATURES = [*RICH_TEXT_FEATURES, "h3", "document-link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Überschrift")
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("features", LONG_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/paragraph.html"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Bild"))
    caption = blocks.CharBlock(label=_("Bildunterschrift"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Bild")
        template = "blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Zitat"), rows=3)
    source = blocks.CharBlock(label=_("Wer sagt das?"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Zitat")
        template = "blocks/quote.html"


class ButtonBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Aufschrift"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Seite"), required=False)
    address = blocks.URLBlock(label=_("Oder Adresse im Netz"), required=False)

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            raise blocks.StructBlockValidationError(
                non_block_errors=[_("Bitte wählen Sie entweder eine Seite oder eine Adresse.")]
            )
        return cleaned

    class Meta:
        icon = "link"
        label = _("Knopf")
        template = "blocks/button.html"


def text_blocks() -> list[tuple[str, blocks.Block]]:
    """The list for posts and free pages."""
    return [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock()),
        ("image", PictureBlock()),
        ("quote", QuoteBlock()),
        ("button", ButtonBlock()),
    ]
