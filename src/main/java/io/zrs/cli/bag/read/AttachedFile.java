package io.zrs.cli.bag.read;

import io.zrs.bag.Bag;
import io.zrs.bag.BagAttachment;
import io.zrs.cli.command.NearMiss;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A file within one of some recordings. */
record AttachedFile(Bag bag, BagAttachment attachment) {
    /**
     * The one of that name.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none, {@link ErrorCode#INVALID} if there are several
     */
    static AttachedFile of(List<Bag> bags, String name) {
        List<AttachedFile> found = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Bag bag : bags) {
            for (BagAttachment attachment : bag.attachments()) {
                names.add(attachment.name());
                if (attachment.name().equals(name)) {
                    found.add(new AttachedFile(bag, attachment));
                }
            }
        }
        if (found.isEmpty()) {
            String remedy = NearMiss.of(name, List.copyOf(names))
                    .map(near -> "did you mean " + near + "?")
                    .orElse(names.isEmpty() ? "nothing is attached" : "'zrs bag info -v' shows what there is");
            throw new ZrsException(ErrorCode.NOT_FOUND, "nothing of the name " + name + " is attached", remedy);
        }
        if (found.size() > 1) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    found.size() + " attachments are called " + name,
                    "name one recording that has one of them");
        }
        return found.get(0);
    }

    /** What it holds. */
    byte[] data() {
        return bag.attachmentData(attachment);
    }
}
