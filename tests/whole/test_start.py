"""What `manage.py demo` promises about its starts."""

import re


def test_it_prints_addresses_accounts_tour_and_figures(demo):
    output = "\n".join(demo.lines)
    for words in (
        "Bis zur ersten Seite:",
        "Bis zum letzten Ort:",
        "Demo vollständig: 60 Orte",
        f"http://localhost:{demo.port}/",
        f"http://redaktion.localhost:{demo.port}/redaktion/",
        "admin@example.org",
        "goerlitz.mitarbeit@example.org",
        "Codes und alle Mails erscheinen hier",
        "Zehn-Minuten-Rundgang",
    ):
        assert words in output, words
    assert len(re.findall(r"^ +\d+\. ", output, re.MULTILINE)) == 10


def test_one_more_start_adds_nothing_and_changes_nothing(demo, facts, start):
    """The same day: nothing is due, nothing is made twice, no date moves."""
    again = start()
    try:
        again.wait_until_complete()
        after = again.facts()
    finally:
        again.stop()

    def known(found: dict) -> list:
        dates = [(row["uid"], row["start"], row["end"]) for row in found["occurrences"]]
        things = [(thing["kind"], thing["pk"], thing["title"]) for thing in found["things"]]
        return [sorted(dates), sorted(things), len(found["places"])]

    assert known(after) == known(facts)


def test_the_network_is_as_large_and_as_uneven_as_promised(facts):
    """About 600 event pages, about 1,500 dates in six months, in all 16 states."""
    assert len(facts["places"]) == 60
    assert len({place["state"] for place in facts["places"]}) == 16
    events = [thing for thing in facts["things"] if thing["kind"] == "EventPage"]
    assert 550 <= len(events) <= 750
    coming = [
        row for row in facts["occurrences"] if facts["today"] <= row["start"][:10] < "2027-05-03"
    ]
    assert 1300 <= len(coming) <= 1800
    own = {row["event"] for row in facts["occurrences"] if row["place"] is None}
    assert 15 <= len(own) <= 25
    with_dates = {row["place"] for row in coming if row["place"]}
    assert len(facts["places"]) - len(with_dates) == 10  # 4 silent, 3 pausing, 3 in preparation


def test_nothing_happens_on_christmas_eve(facts):
    held = [row for row in facts["occurrences"] if not row["cancelled"]]
    assert not [row["url"] for row in held if row["start"].startswith("2026-12-24")]
