package io.zrs.bag;

/**
 * Something in a bag that is neither of what zrs knows: of a later version of its format, or of an application of its own. It is kept
 * wherever a bag is written anew.
 *
 * @param kind what kind it is; in MCAP the opcode, 16 to 255, from 128 on of applications
 * @param content its bytes; not a copy
 */
public record BagRecord(int kind, byte[] content) {}
