package io.zrs.bag.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.zrs.bag.BagChannel;
import io.zrs.bag.BagMetadata;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamingTest {
    private final Renaming second = new Renaming(topic -> topic.equals("/map") ? "/odom" : "/r2" + topic);

    @Test
    void givesAChannelAnotherNameAndLeavesTheRest() {
        BagChannel renamed = second.of(TestBags.ODOM);
        assertEquals(
                new BagChannel("/r2/odom", BagChannel.JSON, TestBags.ODOM.schema(), Map.of(BagChannel.CALLER, "drive")),
                renamed);
        assertSame(renamed, second.of(TestBags.ODOM));
    }

    @Test
    void leavesAChannelAloneThatKeepsItsName() {
        assertSame(TestBags.LOG, Renaming.none().of(TestBags.LOG));
    }

    @Test
    void followsWhatWasLostAndAddsWhatBecomesOne() {
        Renaming one = new Renaming(topic -> "/odom");
        BagMetadata loss = new BagMetadata(
                BagMetadata.LOSS, Map.of("from", "5", "until", "9", "topic./map", "3", "topic./odom", "4"));
        assertEquals(
                new BagMetadata(BagMetadata.LOSS, Map.of("from", "5", "until", "9", "topic./odom", "7")), one.of(loss));
    }

    @Test
    void leavesOtherMetadataAlone() {
        BagMetadata own = new BagMetadata("m", Map.of("topic./map", "3"));
        assertSame(own, second.of(own));
    }
}
