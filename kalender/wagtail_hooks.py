"""Registrations only; what they do stands in `editing`."""
