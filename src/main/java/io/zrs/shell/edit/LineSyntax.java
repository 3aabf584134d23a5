package io.zrs.shell.edit;

import io.zrs.model.ZrsException;
import io.zrs.shell.text.Scan;
import io.zrs.shell.text.Steps;
import io.zrs.shell.text.Token;
import io.zrs.shell.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where words begin and end, and whether a line is whole. */
final class LineSyntax implements Parser {
    /** What has to be quoted in a word. */
    private static final String SPECIAL = " \t\n'\"\\$;&|<>#!~`*?";

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && isOpen(line)) {
            throw new EOFError(-1, -1, "more has to follow");
        }
        return new Place(line, cursor);
    }

    private static boolean isOpen(String line) {
        try {
            return Steps.isOpen(line);
        } catch (ZrsException e) {
            // What makes no sense is told when it runs.
            return false;
        }
    }

    /** The words of one command before the cursor, and the one that it is in. */
    static final class Place implements CompletingParsedLine {
        private final String line;
        private final int cursor;
        private final List<String> words = new ArrayList<>();
        private Token current;
        private char quote;
        private boolean system;
        private boolean file;

        Place(String line, int cursor) {
            this.line = line;
            this.cursor = cursor;
            try {
                Scan scan = new Scan(line.substring(0, cursor));
                quote = scan.quote();
                scan.tokens().forEach(this::take);
            } catch (ZrsException e) {
                system = true;
            }
            file = !system && isTarget();
            if (current == null || current.end() < cursor || current.kind() == Kind.SEPARATOR) {
                current = null;
                words.add("");
            }
        }

        /** Behind a {@code >} and its like a file's name comes, which may not be begun yet. */
        private boolean isTarget() {
            if (current == null) {
                return false;
            }
            boolean behind = current.kind() == Kind.REDIRECTION && current.end() < cursor;
            return behind ? current.raw().indexOf('&') < 0 : current.kind() == Kind.TARGET && current.end() == cursor;
        }

        private void take(Token token) {
            current = token;
            switch (token.kind()) {
                case WORD -> {
                    boolean prefix = words.isEmpty() && token.raw().equals("zrs") && token.end() < cursor;
                    if (!prefix) {
                        words.add(token.word().text());
                    }
                }
                case SEPARATOR -> {
                    words.clear();
                    system = false;
                }
                case HANDOVER, SYSTEM, COMMENT -> system = true;
                default -> {
                    // Redirections are between words, and none of them.
                }
            }
        }

        /** Whether no command's word stands here: the system's shell, a file, a comment. */
        boolean isElsewhere() {
            return system || file || (current != null && current.kind() == Kind.REDIRECTION);
        }

        /** Whether the name of a file stands here, for the system's shell. */
        boolean isFile() {
            return file;
        }

        List<String> before() {
            return List.copyOf(words.subList(0, words.size() - 1));
        }

        @Override
        public String word() {
            return file && current != null ? current.word().text() : file ? "" : words.get(words.size() - 1);
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public List<String> words() {
            return words;
        }

        @Override
        public String line() {
            return line;
        }

        @Override
        public int cursor() {
            return cursor;
        }

        /** In the quotes that the word was begun with, else by backslashes. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            if (quote == '\'') {
                return "'" + candidate.toString().replace("'", "'\\''") + (complete ? "'" : "");
            }
            String special = quote == '"' ? "\"\\$`" : SPECIAL;
            StringBuilder text = new StringBuilder(quote == '"' ? "\"" : "");
            // What was begun as the home directory remains that.
            boolean home = quote != '"' && candidate.toString().startsWith("~/") && word().startsWith("~");
            text.append(home ? "~" : "");
            for (int i = home ? 1 : 0; i < candidate.length(); i++) {
                char c = candidate.charAt(i);
                text.append(special.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
            return text.append(quote == '"' && complete ? "\"" : "");
        }

        @Override
        public int rawWordCursor() {
            return current == null ? 0 : cursor - current.start();
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }
}
