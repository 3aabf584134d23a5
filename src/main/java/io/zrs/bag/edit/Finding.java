package io.zrs.bag.edit;

/**
 * Something in a recording that is not as its format wants it.
 *
 * @param place where: bytes from the start of the file, or the number of a line, from 1
 * @param what what is wrong there, in a few words
 */
public record Finding(long place, String what, Consequence consequence) {
    /** What follows from it, and what to do. */
    public enum Consequence {
        /** Messages cannot be read. */
        MESSAGES("messages here are lost", "'zrs bag recover' takes the others"),
        /** Bytes changed that nothing else protects. */
        CONTENT("something in the file is not as it was written", "'zrs bag recover' takes what holds together"),
        /** It can be read, and perhaps is not what it was. */
        DOUBTFUL("what is outside of chunks may not be what it was", "'zrs bag recover' takes it as it is"),
        /** A message may not be all there. */
        PART("part of this message may be lost", "'zrs bag recover' takes it as it is"),
        /** What messages are called is lost. */
        NAMELESS(
                "the messages are there, their topic's name is not",
                "'zrs bag recover' takes them, as unknown_channel_…"),
        /** Records are none here; what they were does not show. */
        GAP("messages may be lost here", "'zrs bag recover' takes all others"),
        /** What says where things are is wrong. */
        INDEX("readers may miss messages or show wrong figures", "'zrs bag recover' writes it anew"),
        /** A file within it is damaged. */
        ATTACHMENT("what is attached here is lost", "'zrs bag recover' takes the rest"),
        /** Metadata are damaged. */
        METADATA("metadata here are lost", "'zrs bag recover' takes the rest"),
        /** Something stands where the format has no place for it. */
        FORM("other programs may refuse the file", "'zrs bag recover' writes it as it should be"),
        /** It has no end: nothing is lost for that alone. */
        UNFINISHED("the file was not finished: all before is there", "'zrs bag recover' finishes it"),
        /** It has no end, and ends within something. */
        CUT("the file was cut off: what came last is lost", "'zrs bag recover' takes all before"),
        /** It is being written. */
        RECORDING("the recorder is at work, or was killed", "wait for it, or see 'zrs bag recover'"),
        /** Memory does not bear it. */
        MEMORY("this could not be looked into", "give more memory with ZRS_JAVA_OPTS=-Xmx8g");

        private final String meaning;
        private final String remedy;

        Consequence(String meaning, String remedy) {
            this.meaning = meaning;
            this.remedy = remedy;
        }

        /** What it means, as a clause. */
        public String meaning() {
            return meaning;
        }

        /** What to do about it. */
        public String remedy() {
            return remedy;
        }
    }
}
