"""Decision graphs: the model, its rules, its repair, its arithmetic."""
