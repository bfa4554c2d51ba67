"""Pages in, a site out. The only stage that writes to the disk, and the door to MkDocs and Pagefind."""
