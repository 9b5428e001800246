"""Figures as every page shows them."""

from django import template

from jixiao.web.points import points, yuan

register = template.Library()
register.filter("points", points)
register.filter("yuan", yuan)
