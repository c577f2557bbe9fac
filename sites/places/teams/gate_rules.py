"""What the gate knows about the addresses of a team. The views check what may be done."""

from sites.places import gate
from sites.places.gate.lists import posted_tenant
from sites.places.models import Invitation, Membership
from sites.places.tenants import Tenant

from .rights import belongs, team_of


def register() -> None:
    gate.register(
        {
            "invitation": gate.open_to_all(),
            "team": gate.allow(),
            "team_invite": gate.allow(posted_tenant),
            "team_hand_over": gate.allow(posted_tenant),
            "team_leave": gate.allow(posted_tenant),
            "team_member_role": gate.allow(_of_own_team(Membership)),
            "team_member_remove": gate.allow(_of_own_team(Membership)),
            "team_invitation_act": gate.allow(_of_own_team(Invitation)),
            "editorial_rules": gate.allow(),
            "place_history": gate.allow(),
        }
    )


def _of_own_team(model):
    """The row belongs to a team of the person's: the answer is that team."""

    def rule(request, kwargs) -> Tenant | bool:
        row = (
            model.objects.select_related("place__container", "place__collection", "place__site")
            .filter(pk=kwargs["pk"])
            .first()
        )
        if row is None:
            return False
        tenant: Tenant = team_of(row.place)
        return tenant if belongs(request.user, tenant) else False

    return rule
