"""A briefing for paper: the same records as on its page, as data that the template of the printout sets."""
