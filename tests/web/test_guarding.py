"""The page is attacked: by another site in the same browser, by what is uploaded, and by what stands in minutes."""

import dataclasses
import io
import zipfile

import pytest

import minutesnlp as mn
from minutesnlp.web import guarding, sources
from minutesnlp.web.application import ROUTES
from minutesnlp.web.desk import keep, safe_name
from web_desk import finished, opened, send

PAGES = [route.path for route in ROUTES if "{" not in route.path and "GET" in (route.methods or ())]
PAGES += ["/?q=zeppelin", "/topic?q=zeppelin", "/nothing"]
POSTS = [route.path for route in ROUTES if "POST" in (route.methods or ())]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8010",
        "localhost.evil.example",
        "[::1]",
        "",
        "a@127.0.0.1",
    ],
)
def test_a_foreign_host_gets_400(client, host):
    for method in ("GET", "POST"):
        answer = client.request(method, "/", headers={"Host": host})
        assert answer.status_code == 400
        assert "zeppelin" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8010", "localhost:9000", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_there_are_forms_to_attack():
    assert {"/draft", "/add", "/pack", "/saved"} <= set(POSTS)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("fields", [{}, {"token": ""}, {"token": "guessed"}, {"token": "é"}])
def test_a_form_without_the_token_of_this_run_is_refused(client, path, fields):
    assert client.post(path, data={"draft": "x", "q": "x", **fields}).status_code == 403


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_that_another_site_sends_is_refused_even_with_the_token(client, path, headers):
    assert (
        client.post(
            path, data={"token": client.app.app.state.token, "draft": "x", "q": "x"}, headers=headers
        ).status_code
        == 403
    )


def test_a_form_of_the_page_itself_is_taken(client):
    token = client.app.app.state.token
    own = {"Origin": "http://127.0.0.1:8010", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/draft", data={"token": token, "draft": "A word."}, headers=own).status_code == 200


def test_the_token_is_another_one_in_every_run():
    assert guarding.new_token() != guarding.new_token()


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_has_the_headers_that_keep_others_out(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_style_of_its_own(client, path):
    text = client.get(path).text
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert text.count("<script") == text.count('<script type="module" src="/static/desk.js">') == 1


def test_what_stands_in_minutes_is_shown_as_text(client, archive):
    item = next(item for item in archive.meetings().items if "Zeppelin" in item.title)
    for path in (
        "/?q=zeppelin",
        "/?q=zeppelin&group=item",
        f"/item/{item.id}?q=zeppelin",
        f"/meeting/{item.meeting_id}",
        "/meetings",
    ):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert "<b>zeppelin" not in answer.text
    assert "&lt;script&gt;alert" in client.get("/?q=zeppelin").text


@pytest.mark.parametrize("given", ["<script>alert(1)</script>", "'\"><svg onload=alert(1)>", "{{ 7*191 }}"])
def test_what_is_asked_is_shown_as_text(client, given):
    for answer in (
        client.get("/", params={"q": given, "within": given, "person": "Wren", "body": given}),
        client.get("/", params={"q": "foster", "since": given}),
        client.get("/item/nowhere", params={"q": given}),
        send(client, "/draft", draft=given),
    ):
        assert answer.status_code in (200, 400, 404)
        assert "<script>alert" not in answer.text
        assert "<svg" not in answer.text
        assert "1337" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py",
        "/static/..%2fapplication.py",
        "/static/%2e%2e/%2e%2e/errors.py",
        "/static/govuk/../../application.py",
        "/static//etc/passwd",
        "/source/../../../../etc/passwd",
        "/source/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/source//etc/passwd",
        "/item/../../etc/passwd",
        "/add/..%2f..%2fetc%2fpasswd",
        "/static/C:%5CWindows%5Cwin.ini",
    ],
)
def test_no_path_leads_to_a_file(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_a_document_that_is_not_the_one_that_was_read_is_not_given_out(client, archive, tmp_path):
    meeting = next(m for m in archive.meetings() if "march" in m.source)
    assert client.get(f"/source/{meeting.id}").text.startswith("Agenda and minutes")
    other = tmp_path / "other.txt"
    other.write_text("secret", "utf-8")
    moved = dataclasses.replace(meeting, source=str(other))
    assert sources.document(moved, [tmp_path]) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("/etc/cron.d/job", "job"),
        ("C:\\minutes\\14 May.pdf", "14 May.pdf"),
        (".bashrc", "bashrc"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b.txt", "a_b.txt"),
        ("CON.txt", "_CON.txt"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
        ("minutes:stream.txt", "minutes_stream.txt"),
    ],
)
def test_the_name_of_an_upload_is_never_trusted(given, kept, tmp_path):
    assert safe_name(given) == kept
    assert keep(tmp_path, safe_name(given), b"words").parent == tmp_path


def test_an_upload_does_not_write_over_another(tmp_path):
    first, same, other = (keep(tmp_path, "a.txt", content) for content in (b"1", b"1", b"2"))
    assert first == same
    assert other.name == "a-2.txt"
    assert first.read_bytes() == b"1"


def test_too_many_bytes_are_refused_before_they_are_read(client):
    huge = {"Content-Length": str(guarding.MOST_BYTES + 1), "Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/draft", content=b"", headers=huge).status_code == 413


def test_too_many_bytes_without_a_length_are_counted(client, monkeypatch):
    monkeypatch.setattr(guarding, "MOST_BYTES", 1000)

    def endless():
        for _ in range(100):
            yield b"draft=" + b"x" * 100

    answer = client.post("/draft", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_too_many_files_are_refused(client, monkeypatch):
    monkeypatch.setattr(guarding, "MOST_FILES", 3)
    files = [("documents", (f"{n}.txt", b"x")) for n in range(5)]
    assert send(client, "/add", files).status_code == 400


def test_a_fault_says_nothing_of_what_the_page_is_made_of(client, monkeypatch):
    def broken(*_args, **_options):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(client.app.app.state.desk.archive, "search", broken, raising=False)
    answer = client.get("/?q=foster")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_saved_web_page_runs_nothing_and_asks_nobody(tmp_path):
    page = (
        "<html><head><title>Minutes</title><script>alert(1)</script></head><body><h1>Minutes of the Parish Council</h1>"
    )
    page += "<p>Held on 4 May 2022.</p><h2>1. Bins</h2><p>The bins were emptied.</p></body></html>"
    (tmp_path / "may.html").write_text(page, "utf-8")
    archive = mn.Archive.in_memory(tmp_path / "may.html")
    with opened(archive) as client:
        answer = client.get(f"/source/{archive.meetings()[0].id}")
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_zip_that_would_fill_the_disk_is_not_unpacked(empty):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("bomb.txt", b"0" * 300_000_000)
    answer = send(empty, "/add", files=[("documents", ("bomb.zip", packed.getvalue()))])
    assert "Nothing was added" in finished(empty, answer.headers["location"])
