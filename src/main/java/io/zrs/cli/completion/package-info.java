/**
 * Completion in the system's shells: a script for each, made from the commands' own definitions, and the answers to what
 * the scripts ask while somebody types. Knows the shells' languages; what may be completed it is told.
 */
package io.zrs.cli.completion;
