"""Registrations only; what they do stands in `editing` and `acts`."""

from wagtail import hooks

from . import acts, editing

hooks.register("register_admin_urls", editing.admin_urls)
hooks.register("register_page_header_buttons", editing.buttons)


@hooks.register("register_log_actions")
def name_acts_in_the_history(actions):
    for action, label in acts.LOG_ACTIONS.items():
        actions.register_action(action, label, label)
