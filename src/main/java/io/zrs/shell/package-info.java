/**
 * Runs steps of a command line one after the other or side by side, in this process, between this and other programs. Must not know
 * what commands there are, nor how lines come in.
 */
package io.zrs.shell;
