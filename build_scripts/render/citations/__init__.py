"""How a record is cited, one file a form."""
