"""What a place of the crawl owns: one row of everything, each with the place's word in its text."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Collection, Locale, UploadedFile
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from kalender import acts
from sites.content.models import PlaceSettings, Topic
from sites.places import history
from sites.places.models import HostAlias, Invitation, ResponsibleBody
from sites.places.roles import Role
from sites.runtime import clock
from tests.tenancy import pages


def fill(estate, owner, author) -> None:
    """Give the place one of everything; notes the keys in `estate.ids`. `owner` is its
    Ortskoordination, `author` wrote the draft."""
    ids, place, word = estate.ids, estate.place, estate.word.title()
    ids.update(
        place=place.pk,
        site=place.site_id,
        container=place.container_id,
        home=place.site.root_page_id,
        person=owner.pk,
        collection=place.collection_id,
    )
    _media(ids, place, word, owner)
    pages.fill(ids, place, word, owner, author)
    _records(ids, place, word, owner)
    _translation(ids, word)
    _act(ids, word)
    _everybodys(ids, place)
    ids["passkey"] = Authenticator.objects.create(
        user=owner, type=Authenticator.Type.WEBAUTHN, data={"name": f"Telefon {word}"}
    ).pk


def _media(ids, place, word, owner) -> None:
    collection = Collection.objects.get(pk=place.collection_id)
    child = collection.add_child(name=f"Unterordner {word}")
    picture = get_test_image_file(filename=f"{word}.png")
    image = get_image_model().objects.create(
        title=f"Fundwort Bild {word}",
        description=f"Beschreibung {word}",
        file=picture,
        collection=collection,
        uploaded_by_user=owner,
    )
    image.tags.add(f"fundwort-{word}")
    document = get_document_model().objects.create(
        title=f"Fundwort Datei {word}",
        file=ContentFile(b"Text", name=f"{word}.txt"),
        collection=collection,
        uploaded_by_user=owner,
    )
    document.tags.add(f"fundwort-datei-{word}")
    for item in (image, document):
        log(item, "wagtail.edit", user=owner)
    uploads = {
        kind: UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=ContentFile(content, name=f"{word}-upload.{kind}"),
            uploaded_by_user=owner,
        )
        for kind, model, content in (
            ("png", get_image_model(), picture.file.getvalue()),
            ("txt", get_document_model(), b"Text"),
        )
    }
    ids.update(
        image=image.pk,
        document=document.pk,
        subcollection=child.pk,
        image_upload=uploads["png"].pk,
        document_upload=uploads["txt"].pk,
        tag_name=f"fundwort-{word}",
    )


def _records(ids, place, word, owner) -> None:
    """Settings, redirects, people, history and what else hangs on the place itself."""
    settings = PlaceSettings.for_site(place.site)
    settings.contact_person, settings.alert = f"Kontakt {word}", f"Hinweis {word}"
    settings.contact_mail = f"post@{word.lower()}.example"
    settings.save()
    log(settings, "wagtail.edit", user=owner)
    redirect = Redirect.objects.create(
        old_path=f"/fundwort-{word.lower()}", site=place.site, redirect_page_id=ids["event"]
    )
    body = ResponsibleBody.objects.create(
        name=f"Verein {word}",
        street=f"{word}weg 1",
        postcode="12345",
        town=word,
        represented_by=f"Vorsitz {word}",
        mail=f"verein@{word.lower()}.example",
    )
    place.responsible_body = body
    place.save()
    log(body, "wagtail.edit", user=owner)
    now = clock.now()
    invitation = Invitation.objects.create(
        email=f"eingeladen@{word.lower()}.example",
        name=f"Neu {word}",
        role=Role.EDITOR,
        place=place,
        nonce=f"nonce{word.lower()}",
        invited_by=owner,
        created_at=now,
        sent_at=now,
        expires_at=now + timedelta(days=7),
    )
    entry = history.record(
        "team.invited", f"Einladung {word}", place=place, actor=owner, reason=f"Grund {word}"
    )
    HostAlias.objects.create(hostname=f"alt-{word.lower()}.localhost", site=place.site)
    submission = FormSubmission.objects.create(
        page_id=ids["project"], form_data={"name": f"Absender {word}"}
    )
    session = EditingSession.objects.create(
        user=owner,
        content_type=ContentType.objects.get_by_natural_key("kalender", "eventpage"),
        object_id=ids["event"],
        last_seen_at=now,
        is_editing=True,
    )
    ids.update(
        settings=settings.pk,
        redirect=redirect.pk,
        body=body.pk,
        invitation=invitation.pk,
        history_entry=entry.pk,
        submission=submission.pk,
        session=session.pk,
        membership=place.memberships.get(user=owner).pk,
        other_person=place.memberships.get(user__first_name="Redaktion").user_id,
        other_membership=place.memberships.get(user__first_name="Redaktion").pk,
    )


def _translation(ids, word) -> None:
    """An English copy of a post, half translated."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    post = pages.NewsPage.objects.get(pk=ids["post"])
    source, _made = TranslationSource.update_or_create_from_instance(post)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    segments = StringSegment.objects.filter(source=source)
    title = segments.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=title.string,
        context=title.context,
        locale=english,
        data=f"Post {word}",
    )
    override = OverridableSegment.objects.get(source=source, context__path="image")
    ids.update(
        translation_source=source.pk,
        translation=translation.pk,
        string_segment=title.pk,
        overridable_segment=override.pk,
        translated=post.get_translation(english).pk,
    )


def _act(ids, word) -> None:
    """One date of the weekly event falls out."""
    event = pages.EventPage.objects.get(pk=ids["event"])
    first = event.start_date + timedelta(days=7)
    acts.cancel_date(event=event, original_date=first, reason=f"Ausfall {word}")


def _everybodys(ids, place) -> None:
    """What every place may know: the keys of the installation's own rows."""
    ids.update(
        topic=Topic.objects.get_or_create(slug="klima")[0].pk,
        english=Locale.objects.get(language_code="en").pk,
        locale=Locale.objects.get(language_code="de").pk,
        group=Group.objects.get_or_create(name="Gruppe")[0].pk,
        url=place.url,
        html_path="/kalender/",
    )
