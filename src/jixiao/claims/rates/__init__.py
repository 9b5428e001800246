"""What a rate is of: plans told elsewhere, implied plans, savings, average growth."""
