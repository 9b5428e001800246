"""A small OpenID Connect provider on this machine, as an office's own directory: it knows one person at a time."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "jixiao", "s3cret-of-the-client"
KEY = "k" * 32  # signs; asked for directly, a token is believed without its signature


@dataclass(slots=True)
class Directory:
    """Its address, whom it lets in now, and what it was asked."""

    address: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    challenge: str = ""
    asked: list[str] = field(default_factory=list)

    def configuration(self) -> dict[str, Any]:
        """What the well-known address tells."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser is sent back to, after the person logged in."""
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        self.challenge = query["code_challenge"]
        return f"{query['redirect_uri']}?{urlencode({'code': 'once', 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """A token for the code, for the client that has the secret and began the login."""
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        right = (form.get("code"), form.get("client_secret"), challenge) == ("once", SECRET, self.challenge)
        if not right:
            return 400, {"error": "invalid_grant"}
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "exp": int(time.time()) + 300,
            "sub": self.person["sub"],
        }
        signed = jwt.encode(claims, KEY, "HS256")
        return 200, {"access_token": "token", "token_type": "Bearer", "id_token": signed}


@contextmanager
def directory() -> Iterator[Directory]:
    """It answers until the block ends."""
    made = Directory()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            made.asked.append(address.path)
            if address.path == "/.well-known/openid-configuration":
                self.answer(200, made.configuration())
            elif address.path == "/authorize":
                query = {name: values[0] for name, values in parse_qs(address.query).items()}
                self.send_response(302)
                self.send_header("Location", made.authorize(query))
                self.end_headers()
            elif self.headers["Authorization"] == "Bearer token":
                self.answer(200, made.person)
            else:
                self.answer(401, {})

        def do_POST(self) -> None:
            made.asked.append(self.path)
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.answer(*made.token({name: values[0] for name, values in form.items()}))

        def answer(self, status: int, content: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
