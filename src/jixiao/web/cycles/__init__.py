"""The year: a cycle with its stages, tasks sent out, their states and reviews."""
