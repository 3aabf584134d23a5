/** The command {@code zrs bag record}: what it is told, which topics it follows, what it says meanwhile. */
package io.zrs.cli.bag.record;
