"""Other names, as a page says them."""

from portfolio.templatetags.names import breakable, other_names


def test_other_names_are_a_line_and_differ_in_more_than_capitals() -> None:
    assert other_names("peer-to-peer\nPEERs\n\n PEERS \nPeers\n") == "peer-to-peer; PEERs"
    assert other_names("") == ""


def test_a_name_may_be_broken_after_a_slash_between_words_alone() -> None:
    assert breakable("Bruger-/pårørendeundersøgelse") == "Bruger-/<wbr>pårørendeundersøgelse"
    assert breakable("Pårørende/ældre 2017/18 <b>") == "Pårørende/<wbr>ældre 2017/18 &lt;b&gt;"
    assert breakable("https://eksempel.dk/a") == "https://eksempel.dk/<wbr>a"
