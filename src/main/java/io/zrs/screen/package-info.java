/**
 * A whole terminal as one surface: keys, size, a canvas painted over the one before, and everything put back at the end. The
 * only package beside {@code shell} that knows JLine. Must not know what is shown.
 */
package io.zrs.screen;
