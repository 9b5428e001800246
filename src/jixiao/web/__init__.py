"""The site: the only package that imports Django."""
