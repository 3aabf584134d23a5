package io.zrs.cli;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Terminal;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs the everyday commands once, in one process and for nobody to see, so that the JVM can note which classes they
 * need: the archive that makes commands start fast is made from that list.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        Context context = new Context(
                OutputStream.nullOutputStream(),
                new PrintWriter(OutputStream.nullOutputStream()),
                Terminal.NONE,
                name -> null,
                onRaised -> null,
                InstantSource.system(),
                "zrs");
        Zrs.run(context, List.of("--help"));
        Zrs.run(context, List.of("topic", "list"));
        Main.main(new String[] {"--version"});
    }
}
