package io.zrs.cli.completion;

import io.zrs.cli.command.NearMiss;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The shells that there are scripts for. */
enum ShellName {
    BASH("zrs.bash", BashScript::of),
    ZSH("_zrs", ZshScript::of),
    FISH("zrs.fish", FishScript::of);

    private final String file;
    private final Function<Model, String> script;

    ShellName(String file, Function<Model, String> script) {
        this.file = file;
        this.script = script;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its script is called, where shells look for it by that name. */
    String file() {
        return file;
    }

    String script(Model model) {
        return script.apply(model);
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (ShellName shell : values()) {
            words.add(shell.word());
        }
        return words;
    }

    /** Reads its name; a path such as that in {@code $SHELL} will do. */
    static ShellName parse(String text) {
        String word = text.substring(text.lastIndexOf('/') + 1);
        for (ShellName shell : values()) {
            if (shell.word().equals(word)) {
                return shell;
            }
        }
        throw new ZrsException(
                ErrorCode.INVALID,
                "there is no completion for '" + text + "'",
                NearMiss.of(word, words())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("give one of " + String.join(" ", words())));
    }
}
