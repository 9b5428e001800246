"""Figures as every page shows them."""

from django import template

from jixiao.web.points import points

register = template.Library()
register.filter("points", points)
