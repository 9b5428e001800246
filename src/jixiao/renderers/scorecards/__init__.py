"""Scorecards and score tables for people and programs."""
