"""Model providers behind one port, and the wrappers that make them dependable."""
