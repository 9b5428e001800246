"""Documents kept as a flat stream of paragraphs, in which marks end the cells and rows of tables."""
