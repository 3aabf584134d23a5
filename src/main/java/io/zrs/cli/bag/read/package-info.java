/**
 * The commands that look into recordings: {@code zrs bag info} and {@code zrs bag cat}. Must not know how a recording is stored.
 */
package io.zrs.cli.bag.read;
