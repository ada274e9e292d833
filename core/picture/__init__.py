"""A graph as a picture: PNG, SVG and PDF from one template."""
