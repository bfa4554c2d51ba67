"""Files in, located trees out. The only stage that opens files of a project; it judges form, never meaning."""
