"""Quotients: rates, shares, growth and ratios from the figures that they are made of."""
