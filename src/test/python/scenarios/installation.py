"""What packaging/ builds: installed, used, upgraded and taken out again."""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from harness import DEADLINE, ROOT, Process, zrs
from scenario import scenario
from scratch_root import Root

PACKAGES = ROOT / "target" / "packages"
LONG = 8 * DEADLINE
COMPLETIONS = {
    "zrs.bash": "bash-completion/completions/zrs",
    "_zrs": "zsh/vendor-completions/_zrs",
    "zrs.fish": "fish/vendor_completions.d/zrs.fish",
}
CONFIGURATION = "etc/default/zrs-master"
# Instead of what makes a class-data archive, which takes seconds: Java goes on without one that is none.
NO_TIME = 'printf old >"$3.jsa"; printf "%s" "$4" >"$3.key"\n'


def build(script, *words):
    """Builds a package by the command that packaging/README.md documents; gives its file."""
    done = subprocess.run([ROOT / "packaging" / script / "build", *words], capture_output=True, text=True, timeout=LONG)
    assert done.returncode == 0, (script, done.stderr)
    assert done.stderr == "", done.stderr
    return ROOT / done.stdout.strip()


def field(package, name):
    return subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()


def older(folder):
    """The package as an older version could have been: another default, a jar that the new one has not, and an archive
    that takes no time to make."""
    tree = folder / "older"
    shutil.copytree(ROOT / "target/deb/zrs", tree, symlinks=True)
    control = tree / "DEBIAN/control"
    control.write_text(re.sub(r"(?m)^Version: .*", "Version: 0.0.1", control.read_text()))
    (tree / CONFIGURATION).write_text('ZRS_MASTER_OPTIONS="--max-topics 10"\n')
    (tree / "usr/lib/zrs/lib/gone-1.0.jar").write_bytes(b"")
    (tree / "usr/lib/zrs/lib/make-archive").write_text(NO_TIME)
    release = tree / "usr/lib/zrs/runtime/release"
    release.write_text(release.read_text().replace('ZRS_BUILD="', 'ZRS_BUILD="0'))
    package = folder / "older.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, package]
    subprocess.run(words, check=True, capture_output=True)
    return package


def install(root, package, **there):
    name = f"tmp/{package.name}"
    shutil.copy(package, root.folder / name)
    said = root.run("dpkg", "--force-confold", "-i", f"/{name}", **there)
    (root.folder / name).unlink()
    return said


def works(root):
    """A master, a subscriber and a publisher, as anybody would start them."""
    with Process(*root.command("zrs", "master", "--port", "0", "--state", "/tmp/state")) as master:
        started = master.wait_for(lambda line: "listening on" in line, "first line")
        address = started.rpartition(" ")[2]
        with Process(*root.command("zrs", "echo", "-n", "1", "/chatter", "--master", address)) as echo:
            root.run("zrs", "pub", "-q", "-w", "1", "/chatter", "hello", "--master", address)
            assert echo.wait() == 0, echo.stderr()
            assert echo.lines[0] == "hello", echo.lines
        example = root.run("zrs", "launch", "/usr/share/doc/zrs/examples/launch/robot.yaml", "--dry-run", "--master", address)
        jars = re.search(r"-cp '?(/\S+)/\*", example)
        assert jars and (root.folder / jars[1].lstrip("/") / "zrs.jar").exists(), example
        picture = root.run("zrs", "graph", "-o", "/tmp/graph.png", "--master", address)
        assert (root.folder / "tmp/graph.png").read_bytes().startswith(b"\x89PNG"), picture
        assert master.stop() == 0, master.stderr()


def archive(root, **there):
    """The class-data archive: there, everybody's to read, and in use."""
    archives = list((root.folder / "usr/lib/zrs/lib").glob("zrs-*"))
    assert sorted(file.suffix for file in archives) == [".jsa", ".key"], archives
    assert all(file.stat().st_mode & 0o777 == 0o644 for file in archives), archives
    log = "/tmp/classes.log"
    version = root.run("env", f"ZRS_JAVA_OPTS=-Xlog:class+load:file={log}", "zrs", "--version", **there)
    assert re.fullmatch(r"zrs \S+ \(commit \S+, Java \S+\)\n", version), version
    classes = (root.folder / log.lstrip("/")).read_text()
    assert re.search(r" io\.zrs\.cli\.Main source: shared objects file", classes), classes[:2000]


def changes(before, after):
    return sorted(set(before.items()) ^ set(after.items()))


@scenario(master=False)
def a_debian_package_comes_upgrades_and_goes():
    package = build("deb", "--quick")
    small = build("deb", "--system-java", "--quick")
    words = ["lintian", "--fail-on", "error,warning", "--allow-root", package, small]
    # Meanwhile, because it takes as long as all the rest.
    lintian = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        comes_upgrades_and_goes(package, small)
        said, _ = lintian.communicate(timeout=LONG)
    finally:
        lintian.kill()
        lintian.wait()
    assert lintian.returncode == 0, said


def comes_upgrades_and_goes(package, small):
    with tempfile.TemporaryDirectory(prefix="zrs-root-") as folder:
        folder = pathlib.Path(folder)
        root = Root(folder / "root", field(package, "Depends"))
        bare = root.contents()

        install(root, older(folder))
        (old,) = (root.folder / "usr/lib/zrs/lib").glob("zrs-*.jsa")
        assert old.read_text() == "old"
        key = old.with_suffix(".key").read_text()
        root.run("zrs", "--version")
        assert list(root.folder.glob("etc/systemd/**/*zrs*")) == [], "the service is enabled"
        (root.folder / CONFIGURATION).write_text('ZRS_MASTER_OPTIONS="--max-topics 11"\n')
        enabled = root.folder / "etc/systemd/system/multi-user.target.wants/zrs-master.service"
        enabled.parent.mkdir()  # as systemctl enable does it
        enabled.symlink_to("/lib/systemd/system/zrs-master.service")

        install(root, package)
        assert root.run("dpkg-query", "-W", "-f", "${Version}", "zrs") == field(package, "Version")
        archive(root)
        assert old.with_suffix(".key").read_text() != key, "the key is the older version's"
        assert root.run("cat", f"/{CONFIGURATION}") == 'ZRS_MASTER_OPTIONS="--max-topics 11"\n'
        assert not (root.folder / "usr/lib/zrs/lib/gone-1.0.jar").exists()
        assert enabled.is_symlink(), "the upgrade has disabled the service"
        assert root.run("dpkg", "--verify", "zrs").count("\n") == 1, "the configuration alone differs from the package"
        for page in ROOT.glob("man/*.1"):
            assert (root.folder / f"usr/share/man/man1/{page.name}.gz").exists(), page
        for script, place in COMPLETIONS.items():
            assert (ROOT / "completions" / script).exists() == (root.folder / "usr/share" / place).exists(), script
        works(root)

        root.run("dpkg", "-r", "zrs")
        left = {name for name, _ in changes(bare, root.contents())}
        mask = {"etc/systemd/system/zrs-master.service"}
        wanted = {"etc/systemd/system/multi-user.target.wants", str(enabled.relative_to(root.folder))}
        left = {name for name in left if not name.startswith("var/lib/systemd/deb-systemd-helper")}
        assert left == {CONFIGURATION, f"{CONFIGURATION}.dpkg-dist"} | mask | wanted, left

        java = ["/usr/lib/jvm", *map(str, pathlib.Path("/etc").glob("java-*-openjdk"))]
        (root.folder / "usr/bin/java").symlink_to(pathlib.Path(shutil.which("java")).resolve())
        root.provide("java17-runtime-headless")
        install(root, small, read_only=java)
        root.run("dpkg", "-P", "zrs", read_only=java)
        archive(root, read_only=java)
        root.run("dpkg", "-P", "zrs-nojre", read_only=java)
        (root.folder / "usr/bin/java").unlink()
        for path in java:
            (root.folder / path.lstrip("/")).rmdir()
        assert changes(bare, root.contents()) == [], "something is left"


@scenario(master=False)
def a_tar_comes_upgrades_and_goes():
    archive = build("tar")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    formula = build("homebrew", "https://example.org/zrs", "https://example.org/zrs/files").read_text()
    assert f'url "https://example.org/zrs/files/{archive.name}"' in formula, formula
    assert f'sha256 "{digest}"' in formula, formula
    assert "@" not in formula, formula
    os.utime(zrs())  # whatever differs from build to build
    assert hashlib.sha256(build("tar").read_bytes()).hexdigest() == digest, "the same sources make another archive"

    with tempfile.TemporaryDirectory(prefix="zrs-prefix-") as folder:
        folder = pathlib.Path(folder)
        subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
        unpacked = folder / archive.name.removesuffix(".tar.gz")
        prefix = folder / "pre fix"
        (prefix / "share").mkdir(parents=True)
        (prefix / "share/mine").write_text("mine")
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}

        def script(*words, code=0, at=unpacked, **more):
            words = [at / "install.sh", *words]
            done = subprocess.run(words, capture_output=True, text=True, env={**environment, **more}, timeout=LONG)
            assert done.returncode == code, (done.stdout, done.stderr)
            return done

        gone = unpacked / "lib/gone-1.0.jar"
        gone.write_bytes(b"")
        (unpacked / "lib/make-archive").write_text(NO_TIME)
        said = script("--prefix", prefix, JAVA_HOME="/nowhere")
        assert "JAVA_HOME is /nowhere" in said.stderr, said.stderr
        gone.unlink()
        said = script("--prefix", prefix)
        assert said.stdout == f"zrs is installed: {prefix}/bin/zrs\n", said.stdout
        assert not (prefix / "lib/zrs/lib/gone-1.0.jar").exists()
        assert [file.read_text() for file in (prefix / "lib/zrs/lib").glob("zrs-*.jsa")] == ["old"]
        assert (prefix / "lib/zrs/examples/launch/robot.yaml").exists()
        version = subprocess.run([prefix / "bin/zrs", "--version"], capture_output=True, text=True, env=environment)
        assert version.stdout.startswith("zrs ") and version.returncode == 0, version

        script("--prefix", prefix, "--uninstall", at=prefix / "lib/zrs")
        assert [path.name for path in sorted(prefix.rglob("*"))] == ["share", "mine"], list(prefix.rglob("*"))
        assert list((folder / "cache").rglob("*.jsa")) == []

        (prefix / "bin").mkdir()
        (prefix / "bin/zrs").write_text("another program")
        assert "was not put there by install.sh" in script("--prefix", prefix, code=1).stderr
        assert "not installed" in script("--prefix", prefix, "--uninstall", code=1).stderr
        assert [path.name for path in sorted(prefix.rglob("*"))] == ["bin", "zrs", "share", "mine"]
