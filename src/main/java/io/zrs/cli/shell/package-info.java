/** {@code zrs shell}: the commands as a shell runs them, one after the other in one process. */
package io.zrs.cli.shell;
