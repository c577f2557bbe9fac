"""Sessions, logins and messages exist on the editing side only: public hosts neither set nor read
a cookie. Django's own middlewares, switched on per request."""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware


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
