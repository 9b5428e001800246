"""What tests of logins share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_code_was_used() -> None:
    """A one-time code of half a minute ago may be of an account of the test before, with the same number."""
    cache.clear()
