"""A capture in, a draft article out. Candidates and hints only: nothing in here judges, reads or writes files."""
