"""The wording of southern provinces, written by someone who had seen neither checker nor other halves."""
