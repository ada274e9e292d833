"""What outlives a process: drafts, revisions, documents, texts and views, kept by workspace."""
