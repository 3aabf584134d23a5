package io.zrs.shell.edit;

/** What a line goes on with, for who has just ended a word. */
final class Hints {
    private final Assistant assistant;

    Hints(Assistant assistant) {
        this.assistant = assistant;
    }

    /** In a few words; empty within a word. */
    String hint(String line) {
        LineSyntax.Place place = new LineSyntax.Place(line, line.length());
        return place.isElsewhere() || !place.word().isEmpty() || place.before().isEmpty()
                ? ""
                : assistant.hint(place.before());
    }
}
