"""Documents added to the archive from the page: one, several, or a folder of them."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from minutesnlp.web.desk import Job, keep, safe_name
from minutesnlp.web.guarding import MOST_BYTES, MOST_FILES
from minutesnlp.web.rendering import page

# One document may have so many bytes.
MOST_A_FILE = 100_000_000

LIMITS = {"files": MOST_FILES, "each": MOST_A_FILE // 1_000_000, "all": MOST_BYTES // 1_000_000}


def add(request: Request) -> Response:
    """Show the form for documents, and what was added lately."""
    jobs = list(reversed(request.app.state.desk.jobs.values()))
    return page(request, "add.html", jobs=jobs, limits=LIMITS, errors=())


def take(request: Request, form: FormData) -> Response:
    """Keep the documents that were sent, and begin to read them."""
    desk = request.app.state.desk
    sent = [one for name in ("documents", "folder") for one in form.getlist(name) if isinstance(one, UploadFile)]
    sent = [one for one in sent if one.filename]
    errors = [] if sent else ["Choose at least one document."]
    errors += [
        f"{safe_name(one.filename or '')} is larger than {LIMITS['each']} MB."
        for one in sent
        if (one.size or 0) > MOST_A_FILE
    ]
    if errors:
        jobs = list(reversed(desk.jobs.values()))
        return page(request, "add.html", jobs=jobs, limits=LIMITS, errors=errors, status=400)
    kept = (keep(desk.documents, safe_name(one.filename or ""), one.file.read()) for one in sent)
    job = Job(secrets.token_urlsafe(9), tuple(dict.fromkeys(kept)))
    desk.add(job)
    return RedirectResponse(f"/add/{job.id}", status_code=303)


def added(request: Request) -> Response:
    """Show how far the reading of documents is, and then what was read."""
    return page(request, "added.html", job=_job(request))


def progress(request: Request) -> Response:
    """Tell the page's script how far the reading of documents is."""
    job = _job(request)
    done, of = job.bar
    return JSONResponse({"done": done, "of": of, "told": job.how_far, "finished": job.finished})


def _job(request: Request) -> Job:
    job: Job | None = request.app.state.desk.jobs.get(request.path_params["id"])
    if job is None:
        raise HTTPException(404, "Nothing is known of these documents: the page was started again since.")
    return job
