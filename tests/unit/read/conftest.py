"""Pages read in this very process: starting one for each page takes longer than reading it."""

import json

import pytest

from build_scripts.read import page_capture
from build_scripts.read.page import program


@pytest.fixture(scope="module")
def in_process():
    """Read pages without a process of their own; `test_capture.py` starts one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_capture, "read_bounded", lambda kind, data: json.loads(json.dumps(program.read(data))))
        yield
