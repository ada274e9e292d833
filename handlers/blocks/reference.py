"""What a button is about: a draft, the revision that it was shown under, and one item of it."""

from __future__ import annotations

from dataclasses import dataclass

_BETWEEN = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Carried by a button. `item` is the place of a suggestion or a finding in the job's own list, from 0.

    `job` is the job whose message the button stands in; it leads to the draft.
    """

    job: str
    revision: int = 0
    item: int = 0

    def dumps(self) -> str:
        """As a button carries it: short, since an entry of a menu takes 150 characters."""
        return _BETWEEN.join((str(self.revision), str(self.item), self.job))

    @classmethod
    def loads(cls, carried: str) -> Reference:
        """What `dumps` wrote. Raises ValueError on anything else."""
        revision, item, job = carried.split(_BETWEEN, 2)
        return cls(job=job, revision=int(revision), item=int(item))
