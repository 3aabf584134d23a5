/**
 * Numbers over time: series that keep the least and the most of each moment, axes with round ticks, and the plot of them as
 * a canvas, a drawing or CSV. Must not know where the numbers come from, nor terminals and files.
 */
package io.zrs.plot;
