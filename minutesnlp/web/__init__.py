"""The officer's desk: a page on this machine over an archive of minutes, for those who do not program.

`application` is the page as a Starlette application, `serve` runs it on 127.0.0.1 until it is stopped.
"""

from minutesnlp.web.application import application
from minutesnlp.web.serving import serve

__all__ = ["application", "serve"]
