"""What the two fakes of model providers have in common."""
