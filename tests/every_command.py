"""Every command of the command line, for the tests that hold of all of them."""

import click


def commands(group, before=()):
    """Yield every command by its words, those of groups within it too."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))
        else:
            yield (*before, name)
