"""The notebooks are short, were run from empty kernels without errors, and tell nothing of the machine they ran on.

That they still run is told by nbmake, which runs each as a test.
"""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
# A path with a home or temporary folder in it; not one within the corpus
MACHINE = re.compile(r"(?:/(?:home|root|tmp|var|work|Users|usr|opt)/|[A-Z]:\\\\)\w")


def test_there_are_six():
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05", "06"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_short_run_clean_and_small(path):
    book = json.loads(path.read_text("utf-8"))
    cells = book["cells"]
    assert len(cells) < 30
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    kinds = {output["output_type"] for cell in code for output in cell["outputs"]}
    assert "error" not in kinds
    assert not any(output.get("name") == "stderr" for cell in code for output in cell["outputs"])
    assert path.stat().st_size < 300_000
    assert not MACHINE.search(path.read_text("utf-8"))
    assert set(book["metadata"]) <= {"kernelspec", "language_info"}
    assert not any(cell["metadata"] for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_asks_a_question_and_answers_it(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    told = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    assert "**Question.**" in told[0]
    assert "**Answer.**" in told[-1]
    for target in re.findall(r"\]\((\S+\.ipynb)\)", "\n".join(told)):
        assert path.with_name(target) in NOTEBOOKS
