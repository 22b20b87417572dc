/**
 * Following what is published: the subscription, and the reader of the log of changes that has
 * everybody told. May use the engines. Must not decide who may hear of a change: it asks the
 * visibility for each follower at the moment of telling.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.follow;
