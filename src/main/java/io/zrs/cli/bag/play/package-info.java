/** The command {@code zrs bag play}, which is {@code zrs play} as well. */
package io.zrs.cli.bag.play;
