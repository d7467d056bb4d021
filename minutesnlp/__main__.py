"""`python -m minutesnlp` is the command `minutesnlp`."""

from minutesnlp.cli import main

if __name__ == "__main__":
    main(prog_name="minutesnlp")
