"""The addresses of this app: each in one table of the gate, and nothing else of allauth's."""

from allauth import urls as everything_of_allauth
from django.urls import URLResolver

from sites.accounts import access, urls


def _names(patterns) -> set[str]:
    found = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= _names(pattern.url_patterns)
        else:
            found.add(pattern.name)
    return found


def test_every_address_stands_in_one_table():
    assert set() == access.OPEN & access.OWN
    assert _names(urls.urlpatterns) | {"login_as"} == access.OPEN | access.OWN


def test_what_is_not_needed_is_not_there():
    left_out = _names(everything_of_allauth.urlpatterns) - _names(urls.urlpatterns)
    assert {"account_signup", "account_reset_password", "account_set_password"} <= left_out
    assert {"account_change_password", "account_email"} <= left_out
