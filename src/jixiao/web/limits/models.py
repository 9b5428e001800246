"""What was counted: in the database, so that every process of the site, on every machine, counts together."""

from django.db import models


class Use(models.Model):
    """How often something was done in its window. The key is a hash: no account and no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count}"
