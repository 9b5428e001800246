"""A scorecard as JSON: keys are never renamed or left out; decimals are strings, null where not rebuilt."""

import json
from decimal import Decimal
from typing import Any

from jixiao.core.digits import plain
from jixiao.core.scorecard import GroupScore, LeafScore, ProjectScore, RollUp, Scorecard
from jixiao.renderers.json import version


def render(card: Scorecard) -> str:
    """One object."""
    return json.dumps(to_dict(card), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def to_dict(card: Scorecard) -> dict[str, Any]:
    """The card in the terms of the contract. Amounts are in yuan, rates in percent."""
    return {
        "jixiao": version(),
        "department": card.department,
        "year": card.year,
        "rulebook": card.rulebook,
        "raw": number(card.raw),
        "full": number(card.full),
        "converted": number(card.converted),
        "grade": card.grade,
        "reason": card.reason,
        "reason_en": card.reason_en,
        "published": {
            "total": number(card.published.total),
            "converted": number(card.published.converted),
            "grade": card.published.grade or None,
        },
        "groups": [_group(group) for group in card.groups],
        "projects": [_project(project) for project in card.projects],
        "roll_ups": [_roll_up(one) for one in card.roll_ups],
        "assumptions": [
            {"topic": one.topic, "value": one.value, "source": one.source, "note": one.note}
            for one in card.assumptions
        ],
        "differences": [
            {
                "where": one.where,
                "fact": one.fact,
                "published": one.published,
                "recomputed": one.recomputed,
                "why": one.why,
                "why_en": one.why_en,
            }
            for one in card.differences
        ],
        "notices": [{"where": one.where, "notice": one.zh, "notice_en": one.en} for one in card.notices],
    }


def number(value: Decimal | None) -> str | None:
    """A decimal as text without exponent, or null."""
    return None if value is None else plain(value)


def _group(group: GroupScore) -> dict[str, Any]:
    return {
        "code": group.code,
        "name": group.name,
        "full": number(group.full),
        "points": number(group.points),
        "reason": group.reason,
        "reason_en": group.reason_en,
        "leaves": [_leaf(leaf) for leaf in group.leaves],
    }


def _leaf(leaf: LeafScore) -> dict[str, Any]:
    return {
        "code": leaf.code,
        "level1": leaf.level1,
        "level2": leaf.level2,
        "name": leaf.name,
        "operator": leaf.operator,
        "target": leaf.target,
        "target_upper": leaf.target_upper,
        "actual": leaf.actual,
        "unit": leaf.unit,
        "weight": number(leaf.weight),
        "points": number(leaf.points),
        "by_rule": number(leaf.by_rule),
        "rule": leaf.rule,
        "rule_title": leaf.rule_title,
        "parameters": leaf.parameters,
        "inputs": leaf.inputs,
        "applicable": leaf.applicable,
        "reason": leaf.reason,
        "reason_en": leaf.reason_en,
        "published": number(leaf.published),
    }


def _project(project: ProjectScore) -> dict[str, Any]:
    return {
        "code": project.code,
        "name": project.name,
        "group": project.group,
        "budget": number(project.budget),
        "outturn": number(project.outturn),
        "rate": number(project.rate),
        "score": number(project.proved),
        "grade": project.grade or None,
        "published": number(project.published),
        "recomputed": number(project.recomputed),
        "full": number(project.full),
        "reason": project.reason,
        "reason_en": project.reason_en,
        "groups": [_group(group) for group in project.groups],
    }


def _roll_up(one: RollUp) -> dict[str, Any]:
    return {
        "name": one.name,
        "count": one.count,
        "budget": number(one.budget),
        "outturn": number(one.outturn),
        "rate": number(one.rate),
        "grades": one.grades,
    }
