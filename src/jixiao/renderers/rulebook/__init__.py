"""Rulebooks in words: their values, what applies in a year, what differs, a skeleton for a new one."""
