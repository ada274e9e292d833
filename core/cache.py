"""One bounded cache behind one wrapper; a cache that fails is a miss."""
