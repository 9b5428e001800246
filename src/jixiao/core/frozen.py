"""Values that are made by the thousand: frozen to the type checker, quick to make.

A frozen dataclass of Python makes each of its fields by a call, which takes three times as long as an
assignment. These are made by assignment. That nobody changes one afterwards is seen to by the type checker,
to which they are frozen dataclasses.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a slotted dataclass whose fields may not be assigned to."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
