package io.zrs.cli.bag.record;

import io.zrs.cli.command.TopicWish;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which topics are recorded.
 *
 * @param names those that are named
 * @param wishes those that are looked for
 */
record TopicChoice(Set<TopicName> names, List<TopicWish> wishes) {
    /** As it was written, in one line. */
    String words() {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.add(name.value()));
        wishes.forEach(wish -> words.add(wish.text()));
        return String.join(" ", words);
    }
}
