"""What programs read and write: one file a resource, each with a ``router``, found by walking this folder."""
