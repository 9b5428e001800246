"""What waits for the person today."""
