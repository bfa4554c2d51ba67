"""The shape of the code: nouns in the middle, verbs around, one door for libraries, files, clock and network each."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CODE = Path(__file__).parents[2] / "build_scripts"
STAGES = ("read", "validate", "resolve", "link", "render", "publish", "draft")
SHARED = {"model", "wording", "nearest", "environment", ""}
"""What every stage may know besides itself; the empty name is the package, for its version."""

MODULES = {path.relative_to(CODE).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(CODE.rglob("*.py"))}

DOORS = {
    "yaml": ("read/", "environment.py", "wording/"),
    "pydantic": ("model/", "validate/"),
    "pydantic_core": ("model/", "validate/"),
    "rapidfuzz": ("nearest.py", "resolve/difference.py", "draft/channel.py"),
    "markdown_it": (
        "model/prose.py",
        "resolve/rules/prose_keeps_to_the_subset.py",
        "render/prose.py",
        "render/paper/runs.py",
    ),
    "typst": ("publish/",),
    "segno": ("publish/",),
    "jinja2": ("render/",),
    "babel": ("wording/", "render/"),
    "mkdocs": ("publish/",),
    "pagefind": ("publish/",),
    "lxml": ("publish/", "read/"),
    "click": ("command/",),
    "trafilatura": ("read/page/library.py",),
    "pypdfium2": ("read/pdf.py",),
    "pymorphy3": ("draft/",),
    "razdel": ("draft/sentences.py",),
    "sentencex": ("draft/sentences.py",),
}
"""Where a library may be imported: one folder, or the few files that are its door."""

ONE_FILE = ("trafilatura", "pypdfium2", "pymorphy3", "mkdocs", "pagefind")

READS = {"open", "read_text", "read_bytes", "iterdir", "scandir", "walk", "glob", "rglob"}
WRITES = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rmtree",
    "copy",
    "copytree",
    "copyfile",
    "rename",
    "symlink_to",
}


def imports(module: str) -> Iterator[tuple[str, int]]:
    """What a module imports: our own as `build_scripts/…` parts from the package on, others by name."""
    depth = module.count("/")
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            package = module.split("/")[: depth + 1 - node.level] if node.level <= depth + 1 else []
            tail = (node.module or "").split(".") if node.module else [alias.name for alias in node.names][:1]
            yield ".".join(["build_scripts", *package, *tail]), node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module), node.lineno


def parts(module: str) -> Iterator[tuple[str, int]]:
    """The first part of each of our own modules that a module imports."""
    for name, line in imports(module):
        if name.split(".")[0] == "build_scripts":
            part = name.split(".")[1] if "." in name else ""
            yield "" if part.startswith("__") else part, line


def of(folder: str) -> list[str]:
    return [module for module in MODULES if module.startswith(f"{folder}/")]


def called(module: str) -> Iterator[tuple[str, int]]:
    """The names of functions and methods that a module calls."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node.lineno


def test_there_is_something_to_look_at():
    assert len(MODULES) > 60
    assert all(of(stage) for stage in STAGES)
    assert dict(parts("resolve/rules/actors_are_used.py")).keys() == {"model"}
    assert {"read", "validate", "resolve", "link", "render", "publish"} <= {part for part, _ in parts("pipeline.py")}


@pytest.mark.parametrize("module", of("model"))
def test_the_model_imports_nothing_of_ours(module):
    assert [(part, line) for part, line in parts(module) if part != "model"] == []


@pytest.mark.parametrize("module", [module for stage in STAGES for module in of(stage)])
def test_a_stage_imports_no_other_stage(module):
    own = module.partition("/")[0]
    assert [(part, line) for part, line in parts(module) if part not in {*SHARED, own}] == []


@pytest.mark.parametrize("module", ["nearest.py", "environment.py", *of("wording")])
def test_what_all_stages_share_knows_no_stage(module):
    assert [(part, line) for part, line in parts(module) if part not in {"model", "wording"}] == []


@pytest.mark.parametrize("library", DOORS)
def test_a_third_party_has_one_door(library):
    users = {module for module in MODULES for name, _ in imports(module) if name.split(".")[0] == library}
    assert [module for module in sorted(users) if not module.startswith(DOORS[library])] == []
    assert library not in ONE_FILE or len(users) <= 1, f"{library} is imported by {sorted(users)}"


@pytest.mark.parametrize("module", [module for module in MODULES if module != "environment.py"])
def test_only_the_environment_knows_variables_and_the_clock(module):
    reading = [
        (ast.unparse(node), node.lineno)
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Attribute)
        and ast.unparse(node)
        in {
            "os.environ",
            "os.getenv",
            "time.time",
            "datetime.datetime.now",
            "datetime.date.today",
            "datetime.now",
            "date.today",
        }
    ]
    assert reading == []


@pytest.mark.parametrize("stage", ["validate", "resolve", "link", "render", "draft"])
def test_the_stages_in_between_touch_no_file(stage):
    touching = [
        (module, name, line)
        for module in of(stage)
        for name, line in called(module)
        if name in READS | WRITES and not (name in {"copy", "walk"} and not module_uses_files(module))
    ]
    assert touching == []


def module_uses_files(module: str) -> bool:
    return any(name.split(".")[0] in {"os", "pathlib", "shutil", "io"} for name, _ in imports(module))


def test_reading_writes_nothing():
    assert [(module, name) for module in of("read") for name, _ in called(module) if name in WRITES] == []


@pytest.mark.parametrize("module", list(MODULES))
def test_no_module_reaches_for_the_network(module):
    networking = {"urllib.request", "http.client", "socket", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
    assert [(name, line) for name, line in imports(module) if name in networking] == []
