"""Disclosure of budgets and final accounts: approved when, due until when, published when and where."""
