/**
 * UTF-8 and JSON as bytes: what is well-formed, where a value ends, what a terminal would obey. Nothing here makes objects of
 * what it looks at.
 *
 * <p>Must not know messages, streams or how anything is printed.
 */
package io.zrs.text;
