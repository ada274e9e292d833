"""Tests that kill the server at the worst moments, and look at what is left."""
