/** What tests of several packages need. Must not know any of them. */
package io.zrs.testing;
