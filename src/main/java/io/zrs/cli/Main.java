package io.zrs.cli;

import io.zrs.cli.command.Connections;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Where the process begins and ends. */
public final class Main {
    private Main() {}

    /** Runs the command that {@code args} name, and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), false);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            err.print("zrs: " + error + " in thread " + thread.getName() + "\n");
            if (List.of(args).contains("--debug")) {
                error.printStackTrace(err);
            }
            err.flush();
            Runtime.getRuntime().halt(ExitCode.FAILED.value());
        });
        CommandLog.install();
        ProcessInterruption interruption = ProcessInterruption.install();
        Context context = new Context(
                new FileInputStream(FileDescriptor.in),
                new StandardOutput(),
                err,
                Terminal.detect(System::getProperty, System::getenv),
                System::getenv,
                interruption,
                InstantSource.system(),
                System.getProperty("zrs.programme", "zrs"),
                Connections.NEW);
        int code = Zrs.run(context, List.of(args));
        interruption.ended(code);
        System.exit(code);
    }
}
