"""Names of feeds in `FeedState`: permanent, built from slugs and official keys. Pure."""

NETWORK = "netzwerk"
TOPIC_PREFIX = "thema/"
RADII = (5, 10, 25, 50)  # kilometres


def place_key(slug: str) -> str:
    return f"ort/{slug}"


def state_key(key: str) -> str:
    return f"land/{key}"


def district_key(key: str) -> str:
    return f"kreis/{key}"


def topic_key(slug: str) -> str:
    return f"{TOPIC_PREFIX}{slug}"


def radius_key(postcode: str, km: int) -> str:
    return f"umkreis/{postcode}-{km}"
