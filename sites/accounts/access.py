"""Which addresses of this app need no login, and which everybody logged in may use. The gate
registers both; the names are those of `resolver_match.view_name`."""

# Reachable without login.
OPEN = frozenset(
    {
        "account_login",
        "account_confirm_login_code",
        "account_logout",
        "account_request_login_code",  # the same page as account_login
        "mfa_authenticate",
        "mfa_login_webauthn",
        "login_as",  # resolvable in dev settings only
    }
)

# For everybody who is logged in, whatever the role; each shows and changes the own account only.
OWN = frozenset(
    {
        "account",
        "account_change_email",
        "account_confirm_email_change",
        "account_offer_passkey",
        "account_reauthenticate",
        "account_sign_out_elsewhere",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_index",  # the same page as account
        "mfa_list_webauthn",  # the same page as account
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "second_factor_needed",
        "wagtailadmin_account",
    }
)
