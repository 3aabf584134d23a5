/** Tests of the distribution as {@code mvn package} leaves it in {@code target/zrs}: of processes, not of classes. */
package io.zrs.dist;
