"""What the commands share: the application, streams, paths and files. Nothing here is a command."""
