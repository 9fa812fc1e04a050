"""Other names, as a page says them."""

from portfolio.templatetags.names import other_names


def test_other_names_are_a_line_and_differ_in_more_than_capitals() -> None:
    assert other_names("peer-to-peer\nPEERs\n\n PEERS \nPeers\n") == "peer-to-peer; PEERs"
    assert other_names("") == ""
