"""Who is it? Login with e-mail address and password, without regard to case."""

from django.contrib.auth.backends import BaseBackend

from .models import User


class EmailBackend(BaseBackend):
    def authenticate(self, request, username=None, password=None, email=None, **kwargs):
        address = email or username
        if not address or password is None:
            return None
        try:
            user = User.objects.get_by_natural_key(address)
        except User.DoesNotExist:
            User().set_password(password)  # the answer takes as long as for a known address
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id):
        return User.objects.filter(pk=user_id, is_active=True).first()
