"""The facts that forms are made of: departments, projects, money, indicators, monitoring."""
