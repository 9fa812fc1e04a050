"""The application as `make run` starts it, walked by every role in a browser."""

from pathlib import Path

import pytest

from tests.scripts.test_run_for_real import application, free_port
from tests.walk import walk

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_every_role_signs_in_reads_filters_edits_and_downloads(tmp_path: Path) -> None:
    port = free_port()
    with application(tmp_path, port):
        assert walk(f"http://localhost:{port}") == []
