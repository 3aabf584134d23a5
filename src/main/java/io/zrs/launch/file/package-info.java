/**
 * Launch files: from YAML, arguments and includes to a {@link io.zrs.launch.file.LaunchPlan} in which everything is resolved.
 *
 * <p>Must not know how programs are started or ended, nor any command.
 */
package io.zrs.launch.file;
