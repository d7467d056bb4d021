"""The page as a browser on this machine meets it, for the tests of it."""

import time

from starlette.testclient import TestClient

from minutesnlp.web import application


def opened(archive):
    """A client of the page, as the browser on this machine is one."""
    return TestClient(application(archive), base_url="http://127.0.0.1:8010", raise_server_exceptions=False)


def send(client, path, files=None, **fields):
    """Send a form as one of the pages would."""
    data = {"token": client.app.app.state.token, **fields}
    return client.post(path, data=data, files=files, follow_redirects=False)


def finished(client, address):
    """Wait until documents are read, and return the page that tells of them."""
    for _ in range(600):
        if client.get(f"{address}/progress").json()["finished"]:
            return client.get(address).text
        time.sleep(0.1)
    raise AssertionError("the reading did not end")
