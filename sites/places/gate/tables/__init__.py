"""What Wagtail and its extensions bring along, by part. Our own apps have a `gate_rules.py` each.

What volunteers do not need is closed, even where Wagtail would check permissions: an upgrade may
then change such a view without opening anything."""
