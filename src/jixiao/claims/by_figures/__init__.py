"""Relations that no words lead to, but that figures of enough digits show."""
