"""`manage.py createsuperuser`: asks for an address and nothing else; nobody has a password."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from sites.accounts.models import User, normalise_email


class Command(BaseCommand):
    help = "Legt ein Konto für die Verwaltung der Technik an."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--email", default="", help="sonst wird danach gefragt")
        parser.add_argument("--noinput", "--no-input", action="store_true", help="nichts fragen")

    def handle(self, *args, **options):
        email = options["email"]
        if not email and not options["noinput"]:
            email = input("E-Mail-Adresse: ")
        email = normalise_email(email)
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError("Das ist keine E-Mail-Adresse.") from None
        if User.objects.filter(email=email).exists():
            raise CommandError("Zu dieser Adresse gibt es schon ein Konto.")
        User.objects.create_superuser(email)
        address = f"{settings.WAGTAILADMIN_BASE_URL}{settings.LOGIN_URL}"
        self.stdout.write(f"Das Konto steht. Anmelden mit einem Code per E-Mail: {address}")
