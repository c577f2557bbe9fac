"""The one control that changes the current tenant, and the way into "Ansicht wie …"."""
