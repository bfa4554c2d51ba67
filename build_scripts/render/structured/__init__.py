"""What pages say to machines in the vocabulary of schema.org."""
