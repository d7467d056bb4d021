"""Put the notebooks into the documentation, with the outputs they were committed with; none is run."""

import base64
import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each notebook, and its images."""
    for path in sorted((Path(config.config_file_path).parent / "notebooks").glob("*.ipynb")):
        parts = []
        for place, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"]):
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                parts.append(source.replace(".ipynb)", ".md)"))
                continue
            parts.append(fenced(source, "python"))
            for number, output in enumerate(cell["outputs"]):
                name = f"{path.stem}-{place}-{number}.png"
                data = output.get("data", {})
                if "image/png" in data:
                    image = base64.b64decode(data["image/png"])
                    files.append(File.generated(config, f"notebooks/{name}", content=image))
                parts.append(shown(output, name))
        files.append(File.generated(config, f"notebooks/{path.stem}.md", content="\n\n".join(parts) + "\n"))
    return files


def shown(output: dict[str, Any], image: str) -> str:
    """Return one output as markdown: HTML as it is, an image by its name, else its text."""
    data = output.get("data", {})
    if "image/png" in data:
        return f"![A plot]({image})"
    if "text/html" in data:
        # On one line, as a blank line within would end it for markdown.
        return "<div>" + "".join(data["text/html"]).replace("\n", " ") + "</div>"
    return fenced("".join(output.get("text", data.get("text/plain", ""))), "text")


def fenced(text: str, language: str) -> str:
    """Return text between fences longer than any in it."""
    return f"````{language}\n{text.rstrip()}\n````"
