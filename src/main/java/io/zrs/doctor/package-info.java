/**
 * What is wrong with an installation, a network and a running system, and what helps: facts in, findings out.
 *
 * <p>Judges are pure; what they judge is gathered behind {@link io.zrs.doctor.Surroundings}. Must not know any command, and
 * not where facts come from.
 */
package io.zrs.doctor;
