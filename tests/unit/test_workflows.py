"""What runs on GitHub is well formed, pinned, and gives strangers' pull requests nothing."""

import os
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
    assert all(job["permissions"] in ({}, {"contents": "read"}) for job in jobs)
    assert "cache" not in re.sub("#.*", "", text)


CHECK = yaml.safe_load((GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8"))["jobs"]


def commands(job: str) -> str:
    """Everything that a job of the check runs."""
    return "\n".join(step.get("run", "") for step in CHECK[job]["steps"])


def run_step(job: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the commands of a job as GitHub does, in a folder."""
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C", **environment}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", commands(job)]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


@pytest.fixture
def merged(tmp_path):
    """Return a function that merges a branch with the given files and tells whether the check takes it for program."""
    me = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    me |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}

    def git(*arguments):
        environment = os.environ | me
        subprocess.run(["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, check=True)

    def run(*files, event="pull_request"):
        git("init", "-b", "main")
        for name in ("briefs/actors.yml", "README.md"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("old\n", "utf-8")
        git("add", "-A")
        git("commit", "-m", "old")
        git("switch", "-c", "branch")
        for name in files:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("new\n", "utf-8")
        git("add", "-A")
        git("commit", "--allow-empty", "-m", "new")
        git("switch", "main")
        git("merge", "--no-ff", "-m", "merged", "branch")
        output = tmp_path / ".git" / "output"
        told = run_step("changes", tmp_path, EVENT=event, GITHUB_OUTPUT=str(output))
        assert told.returncode == 0, told.stderr
        return output.read_text("utf-8")

    return run


@pytest.mark.parametrize(
    ("files", "program"),
    [
        (["briefs/actors.yml", "briefs/articles/2031/Мост x.yml"], "false"),
        (["README.md"], "true"),
        (["briefs/actors.yml", "docs/en/about.md"], "true"),
        (["tests/briefs/actors.yml"], "true"),
        (["briefs-of-mine/actors.yml"], "true"),
        ([".github/workflows/check.yml"], "true"),
    ],
)
def test_only_a_pull_request_within_briefs_leaves_the_program_alone(merged, files, program):
    assert merged(*files) == f"program={program}\n"


def test_a_push_is_tried_as_a_whole(merged):
    assert merged("briefs/actors.yml", event="push") == "program=true\n"


def test_what_git_cannot_compare_counts_as_touched(tmp_path):
    output = tmp_path / "output"
    assert run_step("changes", tmp_path, EVENT="pull_request", GITHUB_OUTPUT=str(output)).returncode == 0
    assert output.read_text("utf-8") == "program=true\n"


def test_content_is_checked_and_built_and_its_warnings_are_not_red():
    assert "if" not in CHECK["briefs"] and "needs" not in CHECK["briefs"]
    assert "spravka check --format github" in commands("briefs")
    assert "make site" in commands("briefs")
    assert "make test" not in commands("briefs")
    assert CHECK["program"]["if"] == "${{ needs.changes.outputs.program == 'true' }}"
    assert "make test" in commands("program") and "make slow" in commands("program")
    makefile = (GITHUB.parent / "Makefile").read_text(encoding="utf-8")
    assert not [name for name in CHECK if "--strict" in commands(name)] and "--strict" not in makefile


def test_site_and_printouts_are_kept_to_look_at():
    kept = [step["with"] for step in CHECK["briefs"]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert [each["path"] for each in kept] == ["site", "site/**/*.pdf"]
    assert all(each["if-no-files-found"] == "error" for each in kept)


@pytest.mark.parametrize(
    ("changes", "briefs", "program", "touched", "code"),
    [
        ("success", "success", "success", "true", 0),
        ("success", "success", "skipped", "false", 0),
        ("success", "failure", "skipped", "false", 1),
        ("success", "success", "failure", "true", 1),
        ("success", "success", "cancelled", "true", 1),
        ("success", "success", "skipped", "true", 1),
        ("failure", "success", "skipped", "", 1),
    ],
)
def test_the_outcome_is_green_only_if_all_that_was_needed_is(tmp_path, changes, briefs, program, touched, code):
    results = {"CHANGES": changes, "BRIEFS": briefs, "PROGRAM": program, "TOUCHED": touched}
    assert run_step("outcome", tmp_path, **results).returncode == code
    assert set(CHECK["outcome"]["needs"]) == CHECK.keys() - {"outcome"}


def test_checkouts_keep_no_credentials():
    for workflow in WORKFLOWS:
        for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_the_correction_form_can_be_filled_in_by_a_link():
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "correction.yml").read_text(encoding="utf-8"))
    assert [part["id"] for part in form["body"] if "id" in part] == ["page", "says", "source"]
