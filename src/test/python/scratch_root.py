"""A small Debian in a folder, made of what is installed here, to install packages into without harm to anybody."""

import pathlib
import re
import subprocess

STATUS = pathlib.Path("/var/lib/dpkg")
LEFT_OUT = re.compile(r"/usr/share/(doc|man|locale|info|lintian|i18n|bug)/.")
# What dpkg remembers, what a program may write anywhere, and what is another machine's.
NOT_COMPARED = ("var/lib/dpkg", "var/log", "var/cache/fontconfig", "tmp", "dev", "proc")


def stanzas():
    """What dpkg knows of each package that is installed here: by name, and by what it provides."""
    known = {}
    provided = {}
    for text in (STATUS / "status").read_text().split("\n\n"):
        fields = dict(re.findall(r"^([A-Z][\w-]*): *(.*)$", text, re.M))
        if fields.get("Status") != "install ok installed":
            continue
        known[fields["Package"]] = (text, fields)
        for name in names(fields.get("Provides", "")):
            provided.setdefault(name[0], fields["Package"])
    return known, provided


def names(relation):
    """Of "a (>= 1), b | c": [["a"], ["b", "c"]]."""
    groups = [part.split("|") for part in relation.split(",") if part.strip()]
    return [[re.split(r"[ :(]", word.strip())[0] for word in group] for group in groups]


def closure(wanted):
    """The packages that are essential, those that are wanted, and what they all depend on."""
    known, provided = stanzas()
    todo = [name for name, (_, fields) in known.items() if fields.get("Essential") == "yes"]
    todo += [first for first, *_ in names(wanted)]
    chosen = {}
    while todo:
        name = todo.pop()
        name = name if name in known else provided.get(name)
        if name is None or name in chosen:
            continue
        text, fields = known[name]
        chosen[name] = text
        for group in names(fields.get("Pre-Depends", "")) + names(fields.get("Depends", "")):
            there = [word for word in group if word in known or word in provided]
            assert there, f"{name} here lacks what it depends on: {group}"
            todo.append(there[0])
    return chosen


class Root:
    """The folder; commands run in it as its root, in a namespace of their own."""

    def __init__(self, folder, wanted):
        self.folder = folder
        chosen = closure(wanted)
        info = folder / "var/lib/dpkg/info"
        # /bin and its like are links to there, and come first.
        for directory in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "var/lib/dpkg/info", "var/log", "proc", "dev", "tmp"):
            (folder / directory).mkdir(parents=True)
        files = set()
        for name in chosen:
            lists = list((STATUS / "info").glob(f"{name}.list")) + list((STATUS / "info").glob(f"{name}:*.list"))
            (info / lists[0].name).write_bytes(lists[0].read_bytes())
            files.update(lists[0].read_text().splitlines())
        copied = [file.lstrip("/") for file in sorted(files) if file != "/." and not LEFT_OUT.match(file)]
        subprocess.run(
            f"tar -C / --no-recursion --ignore-failed-read -cf - -T - 2>/dev/null | tar -C '{folder}' -xf -",
            shell=True,
            check=True,
            input="\n".join(copied).encode(),
        )
        (folder / "var/lib/dpkg/status").write_text("\n\n".join(chosen.values()) + "\n")
        (folder / "etc/passwd").write_text("root:x:0:0:root:/tmp:/bin/sh\n")
        (folder / "etc/group").write_text("root:x:0:\n")

    def provide(self, name):
        """Lets dpkg believe that a package is installed which provides this."""
        status = self.folder / "var/lib/dpkg/status"
        fields = f"Package: its-{name}\nStatus: install ok installed\nArchitecture: all\nVersion: 1\nProvides: {name}\n"
        status.write_text(f"{status.read_text()}\n{fields}Maintainer: x <x@example.org>\nDescription: x\n")
        (self.folder / f"var/lib/dpkg/info/its-{name}.list").write_text("")

    def command(self, *words, read_only=()):
        """The words that run others in the root; what is read_only is there as on this machine."""
        mounts = "".join(
            f"mkdir -p .{path} && mount --rbind {path} .{path} && " for path in ("/proc", "/dev", *read_only)
        )
        script = f"cd '{self.folder}' && {mounts} exec chroot . \"$@\""
        clean = ["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"]
        return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *clean, *words]

    def run(self, *words, code=0, **there):
        """Runs a command to its end; gives what it printed."""
        done = subprocess.run(self.command(*words, **there), capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def contents(self):
        """Every file and folder, with a file's size."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = str(path.relative_to(self.folder))
            if not name.startswith(NOT_COMPARED):
                found[name] = path.lstat().st_size if path.is_symlink() or path.is_file() else None
        return found
