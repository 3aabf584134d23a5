/**
 * Playing: which message of which recording is due when, at any speed, forwards, from anywhere, in loops.
 *
 * <p>Must not know keys, commands or how anything is printed.
 */
package io.zrs.bag.play;
