"""Topics are the network's; which pages of which place carry one is for the centre only."""

from sites.places import gate

TOPICS = {
    "topics:index": gate.central_roles(),
    "topics:index_results": gate.central_roles(),
    "topics:add": gate.central_roles(),
    "topics:edit": gate.central_roles(),
    "topics:history": gate.central_roles(),
    "topics:history_results": gate.central_roles(),
    "topics:usage": gate.centre(),
    "topics:copy": gate.closed(),  # two topics with one name
    "topics:delete": gate.closed(),  # people have subscribed to it
}


def register() -> None:
    gate.register(TOPICS)
    # Stands before Wagtail's editing API, which would act without the bin.
    gate.register({"sites.content.public_views.closed": gate.closed()})
