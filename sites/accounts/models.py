"""The people who edit. Citizens have no account."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower


def normalise_email(email: str) -> str:
    """E-mail addresses are compared without case: people type them on phones."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        if not email:
            raise ValueError("an account needs an e-mail address")
        user = self.model(email=normalise_email(email), **fields)
        user.set_unusable_password()  # whatever Django's callers pass
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=normalise_email(email or ""))


class User(AbstractBaseUser, PermissionsMixin):
    """An account; the e-mail address is the login name, and nobody has a password: the field that
    Django wants is random and ties sessions to the account. Rights come from `Membership`."""

    email = models.EmailField("E-Mail-Adresse", unique=True)
    first_name = models.CharField("Vorname", max_length=60, blank=True)
    last_name = models.CharField("Nachname", max_length=60, blank=True)
    is_staff = models.BooleanField("Mitarbeit im Netzwerk", default=False)
    is_active = models.BooleanField("aktiv", default=True)
    date_joined = models.DateTimeField("dabei seit", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = "Konto"
        verbose_name_plural = "Konten"
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_email_without_case")]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self):
        super().clean()
        self.email = normalise_email(self.email)

    def save(self, *args, **kwargs):
        self.email = normalise_email(self.email)
        return super().save(*args, **kwargs)

    def has_usable_password(self) -> bool:
        return False

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email

    def get_short_name(self) -> str:
        return self.first_name or self.email
