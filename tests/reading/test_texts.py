"""The words of a document that is no minutes."""

import pytest

import minutesnlp as mn


def test_text_and_markdown_are_as_they_stand(tmp_path):
    (tmp_path / "a.txt").write_bytes("One.\r\n\r\nThe Clerk’s “two”.".encode("cp1252"))
    assert mn.text_of(tmp_path / "a.txt") == "One.\r\n\r\nThe Clerk’s “two”."
    (tmp_path / "a.md").write_bytes(b"# Head\n\n*One.*\n")
    assert mn.text_of(tmp_path / "a.md") == "# Head\n\n*One.*\n"
    (tmp_path / "draft").write_text("Without a suffix.", "utf-8")
    assert mn.text_of(tmp_path / "draft") == "Without a suffix."


def test_of_other_formats_the_paragraphs_stand_apart(tmp_path):
    page = "<html><body><p>The bridge was closed.</p><p>It would open in <b>May</b>.</p></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert mn.text_of(str(tmp_path / "a.html")) == "The bridge was closed.\n\nIt would open in May."


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"  \n", "empty"),
        ("a.html", b"<html><body></body></html>", "words"),
        ("a.png", b"\x89PNG" + bytes(range(32)) * 9, "picture"),
    ],
)
def test_what_holds_no_words_is_refused_by_name(tmp_path, name, data, told):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(mn.ReadError, match=told) as error:
        mn.text_of(tmp_path / name)
    assert name in str(error.value)


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(mn.ReadError, match=r"none\.docx"):
        mn.text_of(tmp_path / "none.docx")
