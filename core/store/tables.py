"""The tables. Every row hangs on a workspace, and every text on a draft: what owns it takes it along."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _of_a_workspace() -> Column[str]:
    return Column("workspace", Text, ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False)


def _of_a_draft() -> tuple[Column[str], Column[str], ForeignKeyConstraint]:
    return (
        Column("workspace", Text, nullable=False),
        Column("draft", Text, nullable=False),
        ForeignKeyConstraint(["workspace", "draft"], ["drafts.workspace", "drafts.id"], ondelete="CASCADE"),
    )


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tier", Text, nullable=False),
    Column("risks", Boolean),
    Column("settings", Text, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    _of_a_workspace(),
    Column("channel", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("created", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "channel"),
)

drafts = Table(
    "drafts",
    metadata,
    _of_a_workspace(),
    Column("id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("thread", Text),
    Column("state", Text, nullable=False),
    Column("requester", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("message", Text),
    Column("created", Double, nullable=False),
    Column("updated", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "id"),
    UniqueConstraint("workspace", "channel", "thread"),
    Index(None, "updated"),
)

revisions = Table(
    "revisions",
    metadata,
    *_of_a_draft(),
    Column("number", Integer, nullable=False),
    Column("graph", Text, nullable=False),
    Column("job", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("extra", Text, nullable=False),
    Column("created", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "draft", "number"),
    UniqueConstraint("workspace", "draft", "job"),
    CheckConstraint("number >= 1", name="counted_from_1"),
)

documents = Table(
    "documents",
    metadata,
    *_of_a_draft(),
    Column("file", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("message", Text),
    Column("document", Text),
    PrimaryKeyConstraint("workspace", "draft", "file"),
)

texts = Table(
    "texts",
    metadata,
    *_of_a_draft(),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("job", Text, nullable=False),
    Column("created", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "draft", "number"),
    UniqueConstraint("workspace", "draft", "job", "kind"),
)

requests = Table(
    "requests",
    metadata,
    *_of_a_draft(),
    Column("job", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("said", Double),
    Column("begun", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace", "job"),
    Index(None, "workspace", "draft"),
)

views = Table(
    "views",
    metadata,
    *_of_a_draft(),
    Column("job", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("message", Text),
    Column("body", Text),
    Column("sent", Boolean, nullable=False),
    Column("updated", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "job"),
    Index(None, "workspace", "draft"),
    Index(None, "sent", "updated"),
)

results = Table(
    "results",
    metadata,
    *_of_a_draft(),
    Column("job", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("workspace", "draft", "job", "name"),
)

# What was put into the source, by ids alone: they outlive the draft until what they name is deleted there.
postings = Table(
    "postings",
    metadata,
    _of_a_workspace(),
    Column("draft", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("id", Text, nullable=False),
    PrimaryKeyConstraint("workspace", "kind", "channel", "id"),
    Index(None, "workspace", "draft"),
)

# Drafts that somebody asked to forget, by ids alone: until all that they left elsewhere is gone, and for as
# long after as their requests may be delivered again.
forgettings = Table(
    "forgettings",
    metadata,
    _of_a_workspace(),
    Column("draft", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("thread", Text),
    Column("person", Text, nullable=False),
    Column("asked", Double, nullable=False),
    Column("held", Double, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("ended", Double),
    PrimaryKeyConstraint("workspace", "draft"),
)

forgotten_jobs = Table(
    "forgotten_jobs",
    metadata,
    _of_a_workspace(),
    Column("draft", Text, nullable=False),
    Column("job", Text, nullable=False),
    Column("asked", Double, nullable=False),
    PrimaryKeyConstraint("workspace", "job"),
    Index(None, "workspace", "draft"),
)

usage = Table(
    "usage",
    metadata,
    _of_a_workspace(),
    Column("id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("provider", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("input", Integer, nullable=False),
    Column("cache_read", Integer, nullable=False),
    Column("cache_write_5m", Integer, nullable=False),
    Column("cache_write_1h", Integer, nullable=False),
    Column("output", Integer, nullable=False),
    Column("reasoning", Integer, nullable=False),
    Column("cost", Double),
    PrimaryKeyConstraint("workspace", "id"),
    Index(None, "workspace", "created"),
)
