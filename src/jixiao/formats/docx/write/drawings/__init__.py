"""Charts and diagrams of a Word file: native, so that the office can edit them."""
