"""Commands of an installation; found beside those of ``cli``. None imports Django before it runs."""
