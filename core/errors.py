"""The one tree of errors; each leaf carries the data its sentence needs.

CrossroadsError
├── InputError              what a person sent cannot be used as it is
│   ├── BriefTooShort
│   ├── BriefTooLong
│   ├── TooManyFiles
│   ├── InstructionMissing
│   ├── InstructionTooLong
│   ├── GraphUnreadable
│   ├── EditRefused
│   ├── RequestUnreadable
│   ├── NothingDrafted
│   ├── NothingToUndo
│   ├── NoSuchRevision
│   ├── RevisionStale
│   └── DraftForgotten
├── SettingsError           a setting is missing or wrong
├── FileRefused             one file cannot be read; a draft goes on without it
├── ModelError              a model provider did not give a usable reply
│   ├── ModelUnavailable    transient: worth another attempt, or another provider
│   ├── ModelRejected       the provider refuses the request itself (key, model, shape)
│   ├── ModelDeclined       the model will not answer this brief; never failed over
│   ├── ReplyTruncated      the reply hit its length limit
│   └── ReplyUnusable       the reply is not what the schema asks for
├── DeliveryError           a message could not be shown where it belongs
│   ├── DeliveryLimited     one call too many; worth another attempt after a while
│   ├── DeliveryUnavailable transient: worth another attempt
│   ├── MessageGone         the message cannot be edited any more
│   ├── ViewRefused         what should be shown is too large or malformed for the place
│   └── PlaceClosed         nothing can be shown there
├── GraphHasCycle           effects cannot be computed on a graph that is no DAG
└── PictureFailed           the picture could not be drawn
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.llm.usage import Usage


class CrossroadsError(Exception):
    """The root: everything this program raises on purpose."""


class InputError(CrossroadsError):
    """What a person sent cannot be used as it is."""


class BriefTooShort(InputError):
    """The brief has fewer characters than a decision needs."""

    def __init__(self, *, length: int, minimum: int) -> None:
        super().__init__(f"brief has {length} characters, needs {minimum}")
        self.length = length
        self.minimum = minimum


class BriefTooLong(InputError):
    """The brief has more characters than a message may carry."""

    def __init__(self, *, length: int, maximum: int) -> None:
        super().__init__(f"brief has {length} characters, takes {maximum}")
        self.length = length
        self.maximum = maximum


class TooManyFiles(InputError):
    """More files came with the brief than one draft reads."""

    def __init__(self, *, count: int, maximum: int) -> None:
        super().__init__(f"{count} files, takes {maximum}")
        self.count = count
        self.maximum = maximum


class InstructionMissing(InputError):
    """A draft is to be revised, and neither a reply nor a file says how."""


class InstructionTooLong(InputError):
    """A reply has more characters than an instruction may have."""

    def __init__(self, *, length: int, maximum: int) -> None:
        super().__init__(f"reply has {length} characters, takes {maximum}")
        self.length = length
        self.maximum = maximum


class GraphUnreadable(InputError):
    """A saved graph does not follow the published schema."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EditRefused(InputError):
    """An edit of a graph cannot be made. `why` is a whole sentence, fit to stand under the field it is about.

    `at` is the place: a node's id, `from::to` for a link, or "" for the graph as a whole. `index` is the
    edit's place in what was asked for, counted from 0; None where it cannot be told.
    """

    def __init__(self, *, at: str, why: str, index: int | None = None) -> None:
        super().__init__(why)
        self.at = at
        self.why = why
        self.index = index


class RequestUnreadable(InputError):
    """What came in has not the form that its source promises. `reason` names the place, never its content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NothingDrafted(InputError):
    """There is no graph yet in this thread that something could be done with."""


class NothingToUndo(InputError):
    """The first revision is all that there is, or all that is left."""


class NoSuchRevision(InputError):
    """The thread has no revision of this number, or only the newest one."""

    def __init__(self, number: int, *, newest: int) -> None:
        super().__init__(f"there is no revision {number} before {newest}")
        self.number = number
        self.newest = newest


class RevisionStale(InputError):
    """What is asked for was asked of a revision that is not the newest any more."""

    def __init__(self, number: int, *, newest: int) -> None:
        super().__init__(f"revision {number} was followed by {newest}")
        self.number = number
        self.newest = newest


class OutsideChannel(InputError):
    """Somebody acts on what is drafted in a channel, and is not in it, or not any more."""


class DraftForgotten(InputError):
    """The draft was deleted, with everything that belonged to it."""


class SettingsError(CrossroadsError):
    """A setting is missing or wrong. `setting` is its name in the environment."""

    def __init__(self, setting: str, reason: str) -> None:
        super().__init__(f"{setting}: {reason}")
        self.setting = setting
        self.reason = reason


class FileRefused(CrossroadsError):
    """One file cannot be read. `code` is a short slug, `reason` ends a sentence that began with the name."""

    def __init__(self, name: str, *, code: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.code = code
        self.reason = reason


class ModelError(CrossroadsError):
    """A model provider did not give a usable reply. `usage` is what was billed all the same.

    `spent` is what was billed for the attempts before this one, by whichever provider.
    """

    def __init__(
        self,
        provider: str,
        cause: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        request_id: str | None = None,
        usage: Usage | None = None,
        spent: Sequence[Usage] = (),
    ) -> None:
        super().__init__(f"{provider}: {cause}")
        self.provider = provider
        self.cause = cause
        self.status = status
        self.retry_after = retry_after
        self.request_id = request_id
        self.usage = usage
        self.spent = tuple(spent)

    @property
    def billed(self) -> tuple[Usage, ...]:
        """Everything that was billed on the way here, in order."""
        return self.spent if self.usage is None else (*self.spent, self.usage)

    def unbilled(self) -> Self:
        """The same error for somebody else who waited for the same call, and is not billed for it."""
        return type(self)(
            self.provider,
            self.cause,
            status=self.status,
            retry_after=self.retry_after,
            request_id=self.request_id,
        )


class ModelUnavailable(ModelError):
    """Transient: overloaded, rate limited, unreachable, or a stream that ended early."""


class ModelRejected(ModelError):
    """The provider refuses the request itself: a wrong key, an unknown model, an unsupported shape."""


class ModelDeclined(ModelError):
    """The model will not answer this brief. Never failed over to another provider."""


class ReplyTruncated(ModelError):
    """The reply hit its length limit before it was complete."""


class ReplyUnusable(ModelError):
    """The reply is not what the schema asks for."""


class DeliveryError(CrossroadsError):
    """A message could not be shown where it belongs. `code` is the other side's own word for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class DeliveryLimited(DeliveryError):
    """One call too many; none of its kind is worth making for `retry_after` seconds."""

    def __init__(self, code: str, *, retry_after: float) -> None:
        super().__init__(code)
        self.retry_after = retry_after


class DeliveryUnavailable(DeliveryError):
    """Transient. `reached` is False when the call surely never arrived.

    `answered` is False when nobody said what came of it: if it arrived, it may take effect after later ones.
    """

    def __init__(self, code: str, *, reached: bool = True, answered: bool = True) -> None:
        super().__init__(code)
        self.reached = reached
        self.answered = answered


class MessageGone(DeliveryError):
    """The message cannot be edited any more. `deleted` tells whether it is not there at all."""

    def __init__(self, code: str, *, deleted: bool) -> None:
        super().__init__(code)
        self.deleted = deleted


class ViewRefused(DeliveryError):
    """What should be shown is too large or malformed for the place."""


class PlaceClosed(DeliveryError):
    """Nothing can be shown there: it was archived, access was withdrawn, or was never given."""


class GraphHasCycle(CrossroadsError):
    """Effects cannot be computed: the causal links form a cycle."""


class PictureFailed(CrossroadsError):
    """The picture could not be drawn."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
