"""The web server: gunicorn where there is POSIX, waitress on Windows."""

import os
import sys

from jixiao.core.errors import UserError


def run(host: str, port: int, workers: int) -> int:
    """Serve until stopped; returns the exit status. The address is told once connections are taken.

    Port 0 is any that is free.

    Raises:
        UserError: the port is taken, or may not be used.
    """
    _ask_for(host, port)
    if sys.platform == "win32":
        return _waitress(host, port)
    return _gunicorn(host, port, workers or max(2, os.cpu_count() or 2))


def _ask_for(host: str, port: int) -> None:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise UserError(
                "port",
                f"{host}:{port} 不能使用（{error.strerror}），请用 --port 换一个端口",
                f"cannot listen on {host}:{port} ({error.strerror}); choose another with --port",
            ) from error


def _tell(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"网站：http://{shown}:{port}（按 Ctrl+C 停止）\n")
    sys.stderr.flush()


def _waitress(host: str, port: int) -> int:
    import waitress

    from jixiao.web.wsgi import application

    _warm()
    server = waitress.create_server(application, host=host, port=port, threads=8, ident=None)
    _tell(host, int(server.effective_port))
    server.run()
    return 0


def _warm() -> None:
    """Load what the first visitor would wait for, and keep it out of every later collection of garbage."""
    import gc

    from django.urls import reverse

    reverse("home")
    gc.collect()
    gc.freeze()


def _gunicorn(host: str, port: int, workers: int) -> int:
    from django.conf import settings as site
    from gunicorn.app.base import BaseApplication

    from jixiao.web.wsgi import application

    class Server(BaseApplication):
        """Configured here, not by files or arguments."""

        def load_config(self) -> None:
            settings = {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": workers,
                "worker_class": "gthread",
                "threads": 4,  # a page computes more than it waits: more would only divide a processor
                "keepalive": 15,
                "timeout": 120,
                "graceful_timeout": 20,
                "accesslog": None,
                "loglevel": "warning",
                "logconfig_dict": site.LOGGING,  # its own lines quote addresses with their queries
                "control_socket_disable": True,
                "when_ready": lambda arbiter: _tell(host, arbiter.LISTENERS[0].getsockname()[1]),
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> object:
            _warm()
            return application

    Server().run()
    return 0
