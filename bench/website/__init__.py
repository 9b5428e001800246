"""A big installation for the benchmark of the site: its rows, its visitors, their visits."""
