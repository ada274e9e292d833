"""What a newcomer can try: briefs with files, graphs, and the scripts that make them."""
