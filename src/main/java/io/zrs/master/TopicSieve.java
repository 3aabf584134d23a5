package io.zrs.master;

import io.zrs.model.TopicName;
import io.zrs.zmtp.FrameSieve;
import java.nio.ByteBuffer;

/** Lets a message pass whose first word is the topic; compares eight bytes at a time. */
final class TopicSieve implements FrameSieve {
    private final byte[] topic;
    private final long[] words;

    TopicSieve(TopicName name) {
        topic = name.bytes();
        words = new long[topic.length / Long.BYTES];
        ByteBuffer.wrap(topic).asLongBuffer().get(words);
    }

    @Override
    public boolean accepts(ByteBuffer bytes, int start, int end) {
        int length = topic.length;
        if (end - start < length || (end - start > length && bytes.get(start + length) != ' ')) {
            return false;
        }
        int at = start;
        for (long word : words) {
            if (bytes.getLong(at) != word) {
                return false;
            }
            at += Long.BYTES;
        }
        for (int i = words.length * Long.BYTES; i < length; i++) {
            if (bytes.get(start + i) != topic[i]) {
                return false;
            }
        }
        return true;
    }
}
