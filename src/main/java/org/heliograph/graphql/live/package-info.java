/**
 * Subscriptions over graphql-transport-ws on {@code /graphql}: connections, what each of them
 * follows, and the telling. May use the engine, the limits and how HTTP is read and answered. Must
 * hold no record: each change is told by running the subscriber's own operation at that moment,
 * under what they may see then.
 */
@org.jspecify.annotations.NullMarked
package org.heliograph.graphql.live;
