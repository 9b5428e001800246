"""Rectification: demands that follow from problems found, from their notice to their closing."""
