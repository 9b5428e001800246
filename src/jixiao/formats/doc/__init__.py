"""Word files as Word and WPS kept them before 2007: doc, dot and wps."""
