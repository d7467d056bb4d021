"""Plots are drawn without a window, and put away after each test."""

import matplotlib
import pytest

matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def no_figure_left():
    yield
    from matplotlib import pyplot

    pyplot.close("all")
