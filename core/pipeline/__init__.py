"""From a brief and its files to an assessed graph, as a stream of events."""
