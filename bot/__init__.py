"""The program: settings, wiring, commands; it knows everyone and nobody imports it."""
