/**
 * What several commands {@code zrs bag …} let people choose of a recording: a part of its time, some of its topics, by the same
 * options everywhere. Must not know any of these commands.
 */
package io.zrs.cli.bag.choice;
