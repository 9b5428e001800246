"""The audit log of this installation."""

HELP = "审计日志。"
