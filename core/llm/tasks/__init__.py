"""The tasks whose replies are no graph: for each its wire schema, and how a reply is read."""
