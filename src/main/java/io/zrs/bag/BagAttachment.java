package io.zrs.bag;

/** A file within a bag; what it holds is read by {@link Bag#attachmentData}. Times are nanoseconds since 1970; a create time of 0 is unknown. */
public record BagAttachment(long logTime, long createTime, String name, String mediaType, long bytes) {}
