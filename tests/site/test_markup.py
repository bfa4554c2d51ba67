"""What the Nu Html Checker says of the HTML and CSS of a finished site: nothing that is ours.

The checker is a Java archive of 30 MB and no dependency: `npm pack vnu-jar` fetches it, SPRAVKA_VNU names it.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

REMEDY = "SPRAVKA_VNU must name vnu.jar, the Nu Html Checker (npm pack vnu-jar), and java must be installed"

KNOWN = (
    # Two hidden switches of Material's frame, whose stylesheet and script are left out.
    r"Attribute “autocomplete” is only allowed when the input type is .*",
    # Opened from the disk a page has no origin of its own that 'self' could mean.
    r"Resource violates Content Security Policy \(meta tag\): .*",
    # The linked data: a data block is no script to a browser, which looks at the type before it asks the policy.
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*",
    # Two events may have the same date and bound; each keeps its own, since each is hidden and found by itself.
    r"Duplicate “dt” name .*",
    r"The first occurrence of “dt” name .* was here\.",
    # How Python-Markdown writes empty elements.
    r"Trailing slash on void elements has no effect and interacts badly with unquoted attribute values\.",
)
"""What the checker says and nobody needs to mend, each with its reason."""


@pytest.mark.slow
def test_the_html_checker_finds_nothing_that_is_ours(built_river: Path) -> None:
    jar, java = os.environ.get("SPRAVKA_VNU"), shutil.which("java")
    if not jar or not Path(jar).is_file() or not java:
        pytest.skip(REMEDY)
    command = [java, "-jar", jar, "--also-check-css", "--skip-non-html", "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, str(built_river / "site")], capture_output=True, text=True, timeout=300, check=True)
    told = json.loads(run.stderr)["messages"]
    assert told, "the checker read nothing"
    new = [each for each in told if not any(re.fullmatch(known, each["message"], re.DOTALL) for known in KNOWN)]
    assert not new, "\n".join(f"{each.get('url')}:{each.get('lastLine')}: {each['message']}" for each in new)
