"""Accounts, their roles, login."""
