"""The tables of a final-accounts package (部门决算公开), recognised anywhere, and their cross-checks."""
