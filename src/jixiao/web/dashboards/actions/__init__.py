"""Writes of the dashboards."""
