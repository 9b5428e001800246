"""Which workers live."""

from django.db import models


class Beat(models.Model):
    """When a worker was last heard of."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.worker
