"""Which rule texts are accepted (Outlook's templates, MS-OXCICAL 2.1.3.2.2) and which refused."""

from datetime import date

import pytest

from kalender.recurrence import Rule, RuleError

ACCEPTED = [
    "FREQ=DAILY;COUNT=5",
    "FREQ=DAILY;INTERVAL=3;UNTIL=20270101",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU;COUNT=999",
    "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2",
    "FREQ=MONTHLY;BYDAY=1MO;COUNT=2",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;COUNT=2",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4;COUNT=2",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2",
    "FREQ=YEARLY;BYMONTH=12;BYDAY=2SA;COUNT=2",
]

UNSUPPORTED = [
    "",
    "FREQ",
    "FREQ=",
    "FREQ=SECONDLY;COUNT=5",
    "FREQ=HOURLY;COUNT=5",
    "FREQ=DAILY;BYDAY=MO;COUNT=5",
    "FREQ=DAILY;INTERVAL=0;COUNT=5",
    "FREQ=DAILY;INTERVAL=-1;COUNT=5",
    "FREQ=DAILY;INTERVAL=100;COUNT=5",
    "FREQ=DAILY;INTERVAL=x;COUNT=5",
    "FREQ=DAILY;INTERVAL=²;COUNT=5",
    "FREQ=DAILY;COUNT=99999999999999999999",
    "FREQ=DAILY;COUNT=5;COUNT=6",
    "FREQ=DAILY;COUNT=5;WKST=SU",
    "FREQ=DAILY;COUNT=5;",
    "FREQ=DAILY;UNTIL=20270101T000000Z",
    "FREQ=DAILY;UNTIL=20270229",
    "FREQ=DAILY;UNTIL=2027011",
    "FREQ=WEEKLY;COUNT=5",
    "FREQ=WEEKLY;BYDAY=1MO;COUNT=5",
    "FREQ=WEEKLY;BYDAY=XX;COUNT=5",
    "FREQ=WEEKLY;BYDAY=MO,MO;COUNT=5",
    "FREQ=WEEKLY;BYDAY=MO,;COUNT=5",
    "FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=0;COUNT=5",
    "FREQ=MONTHLY;COUNT=5",
    "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=5",
    "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=5",
    "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=5",
    "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=5",
    "FREQ=MONTHLY;BYDAY=MO;COUNT=5",
    "FREQ=MONTHLY;BYDAY=5MO;COUNT=5",
    "FREQ=MONTHLY;BYDAY=-2MO;COUNT=5",
    "FREQ=MONTHLY;BYDAY=1MO,2MO;COUNT=5",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=5",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5;COUNT=5",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5",
    "FREQ=YEARLY;COUNT=5",
    "FREQ=YEARLY;BYMONTH=2;COUNT=5",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1;COUNT=5",
    "FREQ=YEARLY;BYMONTHDAY=1;COUNT=5",
    "RDATE=20270101",
]


def code_of(text: str) -> str:
    with pytest.raises(RuleError) as caught:
        Rule.parse(text)
    return caught.value.code


@pytest.mark.parametrize("text", ACCEPTED)
def test_canonical_text_round_trips(text: str) -> None:
    assert str(Rule.parse(text)) == text
    assert Rule.parse(str(Rule.parse(text))) == Rule.parse(text)


@pytest.mark.parametrize("text", UNSUPPORTED)
def test_everything_else_is_unsupported(text: str) -> None:
    """GAS-ICS-Sync#31: Google ignores BYMONTHDAY=-3; a fifth weekday means "last" in Outlook."""
    assert code_of(text) == "unsupported"


def test_parts_are_put_in_order() -> None:
    messy = " byday=th,mo;count=4;interval=1;freq=weekly "
    assert str(Rule.parse(messy)) == "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"
    assert Rule(freq="WEEKLY", byday=("TH", "MO"), count=4) == Rule.parse(messy)


def test_every_rule_has_exactly_one_end() -> None:
    assert code_of("FREQ=WEEKLY;BYDAY=TU") == "no-end"
    assert code_of("FREQ=WEEKLY;BYDAY=TU;COUNT=3;UNTIL=20270101") == "both-ends"


def test_count_bounds() -> None:
    """Microsoft 365 refuses COUNT=1 (nixxo/nixxo.github.io#2), Outlook more than 999."""
    assert code_of("FREQ=DAILY;COUNT=1") == "count"
    assert code_of("FREQ=DAILY;COUNT=0") == "count"
    assert code_of("FREQ=DAILY;COUNT=-5") == "count"
    assert code_of("FREQ=DAILY;COUNT=1000") == "too-long"


@pytest.mark.parametrize(
    ("text", "start", "code"),
    [
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261102", date(2026, 11, 3), "until-before-start"),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=5", date(2026, 11, 3), "start-mismatch"),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20261103", date(2026, 11, 3), "empty"),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=3", date(2026, 11, 3), "empty"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20281104", date(2026, 11, 3), "too-long"),
        ("FREQ=DAILY;COUNT=999", date(2026, 11, 3), "too-long"),
        ("FREQ=MONTHLY;BYMONTHDAY=3;COUNT=26", date(2026, 11, 3), "too-long"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3;COUNT=12", date(2026, 11, 3), "too-long"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3;UNTIL=20291103", date(2026, 11, 3), "too-long"),
    ],
)
def test_rules_that_do_not_fit_their_start(text: str, start: date, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        Rule.parse(text).validate(start)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20281103", date(2026, 11, 3)),
        ("FREQ=DAILY;COUNT=732", date(2026, 11, 3)),
        ("FREQ=MONTHLY;BYMONTHDAY=3;COUNT=25", date(2026, 11, 3)),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3;COUNT=11", date(2026, 11, 3)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3", date(2028, 2, 29)),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261103", date(2026, 11, 3)),
    ],
)
def test_the_longest_and_shortest_series(text: str, start: date) -> None:
    Rule.parse(text).validate(start)
    assert Rule.parse(text).dates(start)[0] == start
