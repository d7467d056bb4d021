"""The ground floor: errors that help, resources that are found, tables that lose nothing."""

import builtins
import csv
import io
import pickle

import pytest

from minutesnlp import errors, resources, tables


def test_a_read_error_says_what_where_and_what_to_do():
    error = errors.ReadError("a.pdf", "no text layer, so it is a scan", "Run it through OCR (ocrmypdf) first.")
    assert str(error) == "a.pdf: no text layer, so it is a scan. Run it through OCR (ocrmypdf) first."
    assert str(errors.ReadError("a.txt", "empty")) == "a.txt: empty."


def test_a_read_error_comes_back_whole_from_another_process():
    error = pickle.loads(pickle.dumps(errors.ReadError("a.pdf", "broken", "Ask for it again.")))
    assert (error.file, error.reason, error.advice) == ("a.pdf", "broken", "Ask for it again.")


def test_errors_are_also_what_python_users_expect():
    assert issubclass(errors.QueryError, ValueError)
    assert issubclass(errors.MissingExtraError, ImportError)
    assert "pip install 'minutesnlp[web]'" in str(errors.MissingExtraError("starlette", "web", "The page"))


def test_resources_are_found_and_what_is_missing_is_named():
    assert resources.corpus("minutes").is_dir()
    assert resources.models().is_dir()
    with pytest.raises(errors.MinutesError, match="models/nothing is missing"):
        resources.models("nothing")


def test_resources_are_found_in_a_checkout_that_is_not_installed(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("importlib.resources.files", missing)
    assert resources.corpus("minutes").is_dir()


def test_a_table_keeps_the_order_of_columns_and_shows_what_is_missing_as_nothing():
    rows = [{"b": 1}, {"a": (2, 3), "b": None}]
    assert tables.columns_of(rows) == ["b", "a"]
    assert tables.to_text(rows) == "b  a\n1\n   [2, 3]"
    assert tables.to_text(rows, ["a"]) == "a\n\n[2, 3]"


def test_a_long_cell_is_cut_in_text_only():
    rows = [{"a": "x" * 100}]
    assert tables.to_text(rows, width=10).endswith("x…")
    assert "x" * 100 in tables.to_csv(rows)


def test_csv_is_read_back_as_it_was():
    rows = [{"a": 'He said "no",\nand left', "b": "£3"}]
    assert list(csv.DictReader(io.StringIO(tables.to_csv(rows)))) == rows


def test_a_number_below_nought_is_no_formula():
    assert tables.to_csv([{"a": -3, "b": "-3"}]).splitlines()[1] == "-3,'-3"


def test_a_missing_pandas_is_told_with_the_command_that_installs_it(monkeypatch):
    original = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "pandas":
            raise ImportError(name)
        return original(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(errors.MissingExtraError, match="notebook"):
        tables.to_frame([{"a": 1}])
