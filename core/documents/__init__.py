"""Files into numbered passages with true locations, read in processes that can be killed."""
