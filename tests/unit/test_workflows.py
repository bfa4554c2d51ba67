"""What runs on GitHub is well formed, pinned, and gives strangers' pull requests nothing."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")

each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def fits_schema(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def audit(folder: Path) -> subprocess.CompletedProcess[str]:
    zizmor = Path(sysconfig.get_path("scripts"), "zizmor")
    command = [str(zizmor), "--offline", "--no-progress", "--strict-collection", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def uses(workflow: Path) -> list[str]:
    """What stands behind each `uses:`, with its comment."""
    return re.findall(r"^\s*(?:- )?uses:\s*(.+)$", workflow.read_text(encoding="utf-8"), re.MULTILINE)


def test_there_are_workflows_and_forms():
    assert {path.name for path in WORKFLOWS} >= {"check.yml", "publish.yml"}
    assert {path.name for path in FORMS} >= {"correction.yml", "new-source.yml"}


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_files_fit_the_schemas_of_github(schema, files):
    outcome = fits_schema(schema, *files)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_audit_finds_nothing():
    outcome = audit(GITHUB)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_schema_and_audit_find_what_is_wrong(tmp_path):
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    bad = folder / "bad.yml"
    bad.write_text("on: pull_request_target\njobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v6}]}}\n")
    assert audit(tmp_path).returncode > 10
    bad.write_text("on: push\njobs: {a: {steps: []}}\n")
    assert fits_schema("github-workflows", bad).returncode == 1


@each_workflow
def test_every_action_is_pinned_by_hash_with_its_version(workflow):
    assert uses(workflow)
    assert [found for found in uses(workflow) if not PINNED.fullmatch(found)] == []


@each_workflow
def test_no_workflow_runs_strangers_code_with_our_rights(workflow):
    text = workflow.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets." not in text


@each_workflow
def test_permissions_are_given_to_jobs_only(workflow):
    assert yaml.safe_load(workflow.read_text(encoding="utf-8"))["permissions"] == {}


def test_pull_requests_may_only_read_and_leave_no_cache():
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    assert all(job["permissions"] == {"contents": "read"} for job in jobs)
    assert "cache" not in re.sub("#.*", "", text)


def test_checkouts_keep_no_credentials():
    for workflow in WORKFLOWS:
        for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_the_correction_form_can_be_filled_in_by_a_link():
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "correction.yml").read_text(encoding="utf-8"))
    assert [part["id"] for part in form["body"] if "id" in part] == ["page", "says", "source"]
