"""Tests of the whole bot against a local Slack, over real HTTP."""
