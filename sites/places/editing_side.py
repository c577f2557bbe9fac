"""Sessions, logins, CSRF tokens and messages exist on the editing side only: public hosts neither
set nor read a cookie. Django's own middlewares, switched on per request."""

from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.db.models import ProtectedError
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils.translation import gettext as _


def _only_there(middleware_class, on_public_host=None):
    def factory(get_response):
        guarded = middleware_class(get_response)

        def middleware(request):
            if request.is_editing_side:
                return guarded(request)
            if on_public_host:
                on_public_host(request)
            return get_response(request)

        return middleware

    return factory


def _nobody(request) -> None:
    request.user = AnonymousUser()


session_middleware = _only_there(SessionMiddleware)
authentication_middleware = _only_there(AuthenticationMiddleware, _nobody)
messages_middleware = _only_there(MessageMiddleware)


class EditingCsrfMiddleware(CsrfViewMiddleware):
    """A public host has no login that a forged request could use; its forms check the Origin."""

    def process_request(self, request):
        return super().process_request(request) if request.is_editing_side else None

    def process_view(self, request, *args):
        return super().process_view(request, *args) if request.is_editing_side else None

    def process_response(self, request, response):
        if not getattr(request, "is_editing_side", False):
            return response
        return super().process_response(request, response)


def one_transaction_middleware(get_response):
    """What a form saves, announces and derives is saved together or not at all: Wagtail's own
    publishing is no transaction. An answer of 500 undoes everything, and so does a refusal."""

    def middleware(request):
        if not request.is_editing_side or request.method in ("GET", "HEAD", "OPTIONS"):
            return get_response(request)
        with transaction.atomic():
            response = get_response(request)
            refused = response.status_code == 403 or getattr(response, "undoes", False)
            if refused or response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    return middleware


class StillNeededMiddleware:
    """Deleting what others need (a place's Site, its collection, a Träger) gets a sentence, not an
    error page; nothing is deleted."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not request.is_editing_side or not isinstance(exception, ProtectedError):
            return None
        needed_by = ", ".join(sorted({str(item) for item in exception.protected_objects})[:3])
        messages.error(
            request,
            _("Das lässt sich nicht löschen, es wird noch gebraucht: %(by)s.") % {"by": needed_by},
        )
        answer = redirect("wagtailadmin_home")
        answer.undoes = True  # `one_transaction_middleware` would keep what a redirect has saved
        return answer
