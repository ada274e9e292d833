"""The page of the playground: what it is served, what it may ask, what it hears."""
