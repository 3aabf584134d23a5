/**
 * Integration tests: they start the built distribution's programs as processes and look at them from outside, with
 * clients that are not ours wherever there are any.
 *
 * <p>Nothing here may call the product's own classes: what a user cannot see is not tested here.
 */
package io.zrs.it;
