"""Solving: from failing claims to their roots, with corrections and the certificate."""
