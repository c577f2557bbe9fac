"""The demo's people: everybody who can log in, with one tap or a code on the console."""

from sites.accounts.models import User
from sites.places.models import Membership, Place
from sites.places.roles import Role

from .dating import days_ago
from .ledger import Ledger
from .words import PlaceWords, Words

# The place that shows every role of a team.
TEAM_PLACE = "goerlitz"
TEAM = (
    ("redaktion", "editor", Role.EDITOR),
    ("termine", "events", Role.EVENTS),
    ("mitarbeit", "contributor", Role.CONTRIBUTOR),
)
FACILITATED_STATE = "16"  # Thüringen


def network_accounts(ledger: Ledger, words: Words) -> None:
    names = {role: name[0] for role, name in words.phrases.accounts.items()}

    def superuser() -> None:
        _account("admin@example.org", names["admin"], is_staff=True, is_superuser=True)

    def member(email: str, name: str, role: Role, region_key: str = "") -> None:
        user = _account(email, name, is_staff=True)
        Membership.objects.create(user=user, role=role, region_key=region_key)

    ledger.once("account/admin", superuser)
    for login, name, role, region in (
        ("buero", "office", Role.NETWORK_OFFICE, ""),
        ("netzwerk", "network", Role.NETWORK_EDITOR, ""),
        ("begleitung", "facilitator", Role.FACILITATOR, FACILITATED_STATE),
    ):
        ledger.once(
            f"account/{login}",
            lambda login=login, name=name, role=role, region=region: member(
                f"{login}@example.org", names[name], role, region
            ),
        )


def place_accounts(ledger: Ledger, words: Words, place: Place, texts: PlaceWords) -> None:
    """The Ortskoordination; in TEAM_PLACE the other roles of a team as well."""
    names = words.phrases.accounts
    people = [(f"{place.slug}@example.org", texts.contact_person, Role.COORDINATION)]
    if place.slug == TEAM_PLACE:
        people += [
            (f"{place.slug}.{login}@example.org", names[name][0], role)
            for login, name, role in TEAM
        ]
    for email, name, role in people:
        ledger.once(
            f"account/{email.partition('@')[0]}",
            lambda email=email, name=name, role=role: Membership.objects.create(
                user=_account(email, name), role=role, place=place
            ),
        )


def coordinator(place: Place) -> User | None:
    return User.objects.filter(email=f"{place.slug}@example.org").first()


def _account(email: str, name: str, **fields) -> User:
    first, _space, last = name.partition(" ")
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, first_name=first, last_name=last, **fields)
        User.objects.filter(pk=user.pk).update(date_joined=days_ago(150, email))
    return user
