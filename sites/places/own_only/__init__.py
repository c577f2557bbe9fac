"""Lists, dialogs and panels of Wagtail's that would show other places: narrowed to the own one.

The gate decides about single objects; what stands here is about lists."""
