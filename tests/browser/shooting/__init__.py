"""The pictures in docs/images, taken of the real playground in a real browser."""
