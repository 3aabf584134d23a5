/**
 * YAML files as nodes that know their line and column, so that what is wrong with a file can be told with its place.
 *
 * <p>The only package that may import {@code org.snakeyaml}. Must not know what a file is about.
 */
package io.zrs.yaml;
