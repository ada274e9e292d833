"""That forgetting reaches everything follows from the tables alone."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from core.store.tables import drafts, metadata, workspaces

OWNED = [table for table in metadata.sorted_tables if table is not workspaces]
# They hold ids and numbers only, and outlive a draft:
FREE_OF_TEXT = {"forgettings", "forgotten_jobs", "postings", "usage", "watches"}


@pytest.mark.parametrize("table", OWNED, ids=lambda table: table.name)
def test_every_row_goes_with_its_workspace(table: sa.Table) -> None:
    for key in table.foreign_key_constraints:
        assert key.ondelete == "CASCADE"
        assert {column.name for column in key.columns} >= {"workspace"}
    owners = {key.referred_table for key in table.foreign_key_constraints}
    assert owners == ({workspaces} if table is drafts or table.name in FREE_OF_TEXT else {drafts})


@pytest.mark.parametrize("table", OWNED, ids=lambda table: table.name)
def test_every_row_names_its_workspace(table: sa.Table) -> None:
    assert table.c.workspace.nullable is False
