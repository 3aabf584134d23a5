package io.zrs.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need and not every machine has. Without it they are skipped with the reason, or fail where
 * {@code ZRS_REQUIRE_ALL} is 1: a build that should run everything must not skip in silence.
 */
enum Requirement {
    PYTHON_ZMQ("python3-zmq", Programs.PYTHON, "-c", "import zmq"),
    DOT("graphviz", "dot", "-V"),
    GROFF("groff-base", "groff", "-v"),
    NAMESPACE(
            "iproute2, nftables and the right to make a network namespace",
            "unshare",
            "--user",
            "--map-root-user",
            "--net",
            "sh",
            "-c",
            "ip link set lo up && nft list tables"),
    MOUNT(
            "the right to make a namespace and mount a tmpfs in it",
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o size=1m none /tmp"),
    DEBIAN(
            "dpkg-dev, lintian, a whole JDK, and the right to make a namespace and mount in it",
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            "mount --rbind /proc /mnt && dpkg-shlibdeps --version && lintian --version && command -v javac"),
    XVFB("xvfb", "Xvfb", "-help"),
    WINDOWS(
            "a whole Java, with windows (openjdk-17-jre, not openjdk-17-jre-headless)",
            "test",
            "-r",
            System.getProperty("java.home") + "/lib/libawt_xawt.so"),
    MCAP_CORE(
            "Node, lz4, and what `npm ci --ignore-scripts` in src/test/node installs",
            "sh",
            "-c",
            "cd src/test/node && node -e 'require(\"@mcap/core\"); require(\"@mcap/support\"); require(\"@mcap/nodejs\")'"
                    + " && lz4 --version"),
    SHELLS(
            "zsh, fish and bash-completion",
            "sh",
            "-c",
            "zsh --version && fish --version && bash --version && test -r /usr/share/bash-completion/bash_completion"),
    PROC("a Linux kernel with /proc", "test", "-r", "/proc/self/stat");

    private final String whatToInstall;
    private final boolean met;

    Requirement(String whatToInstall, String... probe) {
        this.whatToInstall = whatToInstall;
        this.met = succeeds(List.of(probe));
    }

    /** Ends the test here unless this is there. */
    void check() {
        if (met) {
            return;
        }
        String reason = "needs " + whatToInstall;
        if ("1".equals(System.getenv("ZRS_REQUIRE_ALL"))) {
            fail(reason + ", and ZRS_REQUIRE_ALL=1 forbids to skip");
        }
        Assumptions.abort(reason);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(30, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
