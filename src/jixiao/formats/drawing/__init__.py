"""What charts and diagrams of a report look like, for the writers of every format."""
