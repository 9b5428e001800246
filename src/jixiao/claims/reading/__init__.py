"""Reading: from the text of a document to its numbers, their roles and the statements they make."""
