package io.zrs.bag.mcap;

/** What is wrong with a file: the first thing, and how many more there are. */
final class Damage {
    private String first = "";
    private int more;

    void add(String what) {
        if (first.isEmpty()) {
            first = what;
        } else {
            more++;
        }
    }

    boolean isNone() {
        return first.isEmpty();
    }

    @Override
    public String toString() {
        return more == 0 ? first : first + ", and " + more + " more";
    }
}
