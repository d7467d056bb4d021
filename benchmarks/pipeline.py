"""Write models/en_council_minutes again: python benchmarks/pipeline.py."""

from pathlib import Path

from minutesnlp.tagging.component import write_pipeline

FOLDER = Path(__file__).resolve().parents[1] / "models" / "en_council_minutes"

if __name__ == "__main__":
    write_pipeline(
        FOLDER,
        name="council_minutes",
        version="0.1.0",
        description="People, roles, dates and figures in the minutes of councils, by rules and lexicons",
        license="MIT",
        author="The minutesnlp developers",
    )
