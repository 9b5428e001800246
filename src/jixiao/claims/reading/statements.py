"""Statements: a thing and its figures in their roles, as one clause or one table row tells them.

"税收收入完成12.3亿元，增收1.1亿元，增长9.8%" is one statement with item 税收收入 and the roles main, change,
growth.
"""

from dataclasses import dataclass, field

from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.role_words import Role
from jixiao.claims.reading.tokens import Token


@dataclass(slots=True)
class Statement:
    """Figures of one thing.

    ``roles`` maps a role to its first token; further tokens of a role in the same clause open a statement of
    their own. ``lead`` is the text before its first figure; ``depth`` the depth of brackets; ``sentence``
    counts sentences through the document; ``period`` is a year when the lead names one; ``row``/``table`` are
    set for table rows.
    """

    index: int
    label: str
    lead: str
    sentence: int
    block: int
    depth: int = 0
    roles: dict[str, Token] = field(default_factory=dict)
    how: dict[str, Role] = field(default_factory=dict)
    period: int | None = None
    group: int = -1
    """Statements made from one parallel list share a group number."""
    table: int | None = None
    row: int | None = None
    mark_style: str = ""
    mark_level: int = 0
    section: int = 0
    opener: str = ""
    """The words between its last figure and the first figure of the next statement."""
    subject: str = ""
    """The thing that its whole item is about: the project of a list of projects, the heading above."""
    list_number: int = 0
    """The list that its item belongs to, 0 for none."""
    main: Token | None = None
    """The amount itself."""
    amount: Token | None = None
    """The amount itself; where only a plan is told (a budget paper), that."""

    @property
    def key(self) -> str:
        """The item reduced for comparison."""
        return key_of(self.label)

    def get(self, role: str) -> Token | None:
        """The token in this role; an initial budget serves as plan where no other plan is told."""
        token = self.roles.get(role)
        return self.roles.get("initial") if token is None and role == "plan" else token

    def put(self, token: Token, role: Role) -> None:
        """Give it a figure in a role."""
        token.role, token.direction = role.name, role.direction
        roles = self.roles
        roles[role.name] = token
        self.how[role.name] = role
        self.main = roles.get("main")
        self.amount = self.main or roles.get("plan") or roles.get("initial")

    def make_base(self) -> None:
        """Take its amount for what the next figures are compared with."""
        if self.main is not None:
            self.main.role = "base"
            self.roles["base"] = self.roles.pop("main")
        self.main = None
        self.amount = self.roles.get("plan") or self.roles.get("initial")


@dataclass(slots=True)
class Context:
    """What statements of a block inherit: its place in the document and the document's year."""

    block: int
    first_sentence: int
    year: int | None
    mark_style: str = ""
    mark_level: int = 0
    section: int = 0
    subject: str = ""
    list_number: int = 0
