"""The pages of a place of the crawl: live, draft, in the bin, locked, planned, in review."""

import json
from datetime import date, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from wagtail.models import (
    Comment,
    CommentReply,
    GroupApprovalTask,
    Page,
    PageSubscription,
    PageViewRestriction,
    Workflow,
    WorkflowTask,
)

from kalender.models import CalendarPage, EventPage
from ortsseiten.models import LocalPage
from sites.content.bin import put_into_bin
from sites.news.models import NewsIndexPage, NewsPage
from sites.projects.models import ProjectIndexPage, ProjectPage
from sites.runtime import clock


def fill(ids, place, word, owner, author) -> None:
    home = place.site.root_page
    calendar = CalendarPage.objects.child_of(home).get()
    news_index = NewsIndexPage.objects.child_of(home).get()
    projects = ProjectIndexPage.objects.child_of(home).get()
    ids.update(calendar=calendar.pk, news_index=news_index.pk, project_index=projects.pk)

    event = _event(calendar, word, owner, ids["image"])
    ids.update(_event_ids(event))
    alias = event.create_alias(update_slug=f"alias-{word.lower()}", user=owner)
    ids["alias"] = alias.pk

    post = _add(news_index, _post(f"Beitrag {word}", owner, ids))

    draft = _add(news_index, _post(f"Entwurf {word}", author, ids), live=False)
    ids["draft_revision"] = draft.save_revision(user=author).pk
    _comment(draft, word, owner)

    binned = _add(news_index, _post(f"Papierkorb {word}", owner, ids))
    put_into_bin(page=binned, user=owner)

    planned = _add(news_index, _post(f"Geplant {word}", owner, ids), live=False)
    planned.go_live_at = clock.now() + timedelta(days=9)
    ids["planned_revision"] = _scheduled(planned, owner)

    free = _add(home, LocalPage(title=f"Fundwort Seite {word}", intro=f"Text {word}", owner=owner))
    free.unpublish(user=owner)
    PageViewRestriction.objects.create(
        page=free, restriction_type="password", password=word.lower()
    )

    project = ProjectPage(title=f"Fundwort Projekt {word}", about=f"<p>{word}</p>", owner=owner)
    project = _add(projects, project)
    project.locked, project.locked_by, project.locked_at = True, owner, clock.now()
    project.save()

    review = _add(news_index, _post(f"Prüfung {word}", author, ids), live=False)
    review.save_revision(user=author)
    ids.update(
        post=post.pk,
        draft=draft.pk,
        binned=binned.pk,
        planned=planned.pk,
        free=free.pk,
        project=project.pk,
        review=review.pk,
        **_review(review, author),
    )


def _event(calendar, word, owner, image) -> EventPage:
    """A weekly event that is live, with a newer draft on top."""
    event = EventPage(
        title=f"Fundwort Termin {word}",
        teaser=f"Teaser {word}",
        body=f"<p>Text {word}</p>",
        image_id=image,
        venue_name=f"Saal {word}",
        start_date=date(2027, 1, 12),
        start_time=time(19),
        end_time=time(21),
        repeats="rule",
        rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        owner=owner,
    )
    event = _add(calendar, event)
    event.title = f"Fundwort Terminentwurf {word}"
    event.save_revision(user=owner)
    _comment(event, word, owner)
    PageSubscription.objects.create(page=event, user=owner, comment_notifications=True)
    return EventPage.objects.get(pk=event.pk)


def _event_ids(event) -> dict:
    revisions = event.revisions.order_by("pk")
    return {
        "event": event.pk,
        "live_revision": revisions.first().pk,
        "event_revision": revisions.last().pk,
        "comment": event.wagtail_admin_comments.get().pk,
    }


def _post(title, owner, ids) -> NewsPage:
    blocks = [
        {"type": "paragraph", "value": f"<p>{title}</p>"},
        {"type": "button", "value": {"label": title, "page": ids["event"], "address": ""}},
        {
            "type": "image",
            "value": {
                "image": {"image": ids["image"], "alt_text": title, "decorative": False},
                "caption": title,
            },
        },
    ]
    for block in blocks:
        block["id"] = str(uuid5(NAMESPACE_URL, f"{title} {block['type']}"))
    return NewsPage(
        title=f"Fundwort {title}",
        teaser=title,
        image_id=ids["image"],
        body=json.dumps(blocks),
        owner=owner,
    )


def _add(parent: Page, page: Page, *, live=True):
    """Below the parent, with a first revision; its slug follows from the title."""
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    if live:
        page.save_revision(user=page.owner).publish()
    return type(page).objects.get(pk=page.pk)


def _scheduled(page, owner) -> int:
    revision = page.save_revision(user=owner, approved_go_live_at=page.go_live_at)
    revision.publish()
    return revision.pk


def _comment(page, word, owner) -> None:
    comment = Comment.objects.create(
        page=page, user=owner, text=f"Kommentar {word}", contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=owner, text=f"Antwort {word}")


def _review(page, author) -> dict:
    """The page waits for approval in the installation's one workflow."""
    workflow = Workflow.objects.filter(active=True).first() or _stock_workflow()
    state = workflow.start(page, author)
    return {
        "workflow": workflow.pk,
        "task": workflow.tasks.first().pk,
        "workflow_state": state.pk,
        "task_state": state.current_task_state_id,
    }


def _stock_workflow() -> Workflow:
    """Until the network has its own: Wagtail's, with a task that groups approve."""
    workflow = Workflow.objects.create(name="Durchsicht")
    task = GroupApprovalTask.objects.create(name="Durchsicht")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
