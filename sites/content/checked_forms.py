"""The form that every page of ours is edited with: it checks what the page points to."""

from wagtail.admin.forms import WagtailAdminPageForm

from .references import posted_references, references_of, refuse_foreign


class CheckedPageForm(WagtailAdminPageForm):
    """Checks what was posted before anything is validated, shown or previewed, and the finished
    page before it is stored. Raises PermissionDenied; see `references`."""

    def is_valid(self):
        if self.is_bound:
            self._check(posted_references(self))
        return super().is_valid()

    def save(self, commit=True):
        page = super().save(commit=commit)
        self._check(references_of(page))
        return page

    def _check(self, targets) -> None:
        path = self.instance.path or (self.parent_page.path if self.parent_page else "")
        refuse_foreign(targets, owner_path=path, user=self.for_user, before=self.instance)
