"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _workspaces()
    _drafts()
    _usage()
    _watches()
    _documents()
    _requests()
    _results()
    _revisions()
    _texts()
    _views()
    _postings()
    _forgettings()


def _workspaces() -> None:
    op.create_table(
        "workspaces",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("risks", sa.Boolean(), nullable=True),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspaces"),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requester", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("updated", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_drafts_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_drafts"),
        sa.UniqueConstraint("workspace", "channel", "thread", name="uq_drafts_workspace_channel_thread"),
    )
    op.create_index("ix_drafts_updated", "drafts", ["updated"], unique=False)


def _usage() -> None:
    op.create_table(
        "usage",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("input", sa.Integer(), nullable=False),
        sa.Column("cache_read", sa.Integer(), nullable=False),
        sa.Column("cache_write_5m", sa.Integer(), nullable=False),
        sa.Column("cache_write_1h", sa.Integer(), nullable=False),
        sa.Column("output", sa.Integer(), nullable=False),
        sa.Column("reasoning", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_usage_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name="pk_usage"),
    )
    op.create_index("ix_usage_workspace_created", "usage", ["workspace", "created"], unique=False)


def _watches() -> None:
    op.create_table(
        "watches",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_watches_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "channel", name="pk_watches"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_documents_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "draft", "file", name="pk_documents"),
    )


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.Column("said", sa.Double(), nullable=True),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_requests_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "job", name="pk_requests"),
    )
    op.create_index("ix_requests_workspace_draft", "requests", ["workspace", "draft"], unique=False)


def _results() -> None:
    op.create_table(
        "results",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_results_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "draft", "job", "name", name="pk_results"),
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("graph", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("extra", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_revisions_counted_from_1"),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_revisions_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "draft", "number", name="pk_revisions"),
        sa.UniqueConstraint("workspace", "draft", "job", name="uq_revisions_workspace_draft_job"),
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("created", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_texts_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "draft", "number", name="pk_texts"),
        sa.UniqueConstraint("workspace", "draft", "job", "kind", name="uq_texts_workspace_draft_job_kind"),
    )


def _views() -> None:
    op.create_table(
        "views",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.Column("updated", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "draft"],
            ["drafts.workspace", "drafts.id"],
            name="fk_views_drafts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace", "job", name="pk_views"),
    )
    op.create_index("ix_views_sent_updated", "views", ["sent", "updated"], unique=False)
    op.create_index("ix_views_workspace_draft", "views", ["workspace", "draft"], unique=False)


def _postings() -> None:
    op.create_table(
        "postings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_postings_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "kind", "channel", "id", name="pk_postings"),
    )
    op.create_index("ix_postings_workspace_draft", "postings", ["workspace", "draft"], unique=False)


def _forgettings() -> None:
    op.create_table(
        "forgettings",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("asked", sa.Double(), nullable=False),
        sa.Column("held", sa.Double(), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_forgettings_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "draft", name="pk_forgettings"),
    )
    op.create_table(
        "forgotten_jobs",
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("asked", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_forgotten_jobs_workspaces", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace", "job", name="pk_forgotten_jobs"),
    )
    op.create_index(
        "ix_forgotten_jobs_workspace_draft", "forgotten_jobs", ["workspace", "draft"], unique=False
    )
