package io.zrs.cli.completion;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import java.io.IOException;
import java.util.function.Supplier;

/** The command {@code zrs completion}. */
public final class CompletionCommand extends ZrsCommand {
    private final Supplier<CommandTree> root;
    private final Argument<ShellName> shell;

    /**
     * The command in the world {@code context}.
     *
     * @param root every command there is, this one included
     */
    public CompletionCommand(Context context, Supplier<CommandTree> root) {
        super(context, new Definition("completion", "Prints the script by which a shell completes zrs."));
        this.root = root;
        Definition me = definition();
        me.description(
                "It completes commands, options, files, and the topics, nodes and fields that",
                "the master of --master or $ZRS_MASTER knows at that moment.");
        shell = me.parameter("SHELL", ShellName::parse, "bash, zsh or fish.")
                .completes(ValueKind.choice(ShellName::words));
        me.examples(
                "source <(zrs completion bash)         in ~/.bashrc; bash 4.2 or newer",
                "source <(zrs completion zsh)          in ~/.zshrc",
                "zrs completion fish | source          in ~/.config/fish/config.fish",
                "",
                "or once, which starts shells faster, into a directory where they look:",
                "",
                "zrs completion bash > ~/.local/share/bash-completion/completions/zrs",
                "zrs completion zsh > DIR/_zrs         DIR in $fpath, before compinit",
                "zrs completion fish > ~/.config/fish/completions/zrs.fish");
    }

    @Override
    protected ExitCode run() throws IOException {
        context().print(shell.get().script(Model.of(root.get(), context())));
        return ExitCode.DONE;
    }
}
