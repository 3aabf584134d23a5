/** The command {@code zrs doctor}: where its facts come from, and how findings are shown. */
package io.zrs.cli.doctor;
