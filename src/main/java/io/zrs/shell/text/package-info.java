/** Lines as they are typed: where words begin and end, what is quoted, and which steps they make. Must not know what commands there are. */
package io.zrs.shell.text;
