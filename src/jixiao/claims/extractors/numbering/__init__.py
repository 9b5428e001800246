"""Numbered lists and captions run without gap or repeat."""
