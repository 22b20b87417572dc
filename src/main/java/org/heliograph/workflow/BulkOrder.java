package org.heliograph.workflow;

import org.heliograph.shared.WithdrawalKind;
import org.heliograph.visibility.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A whole imported list is to take a transition.
 *
 * @param withdrawal GONE or WITHDRAWN; there for WITHDRAW alone
 * @param key repeats of the order under one key start nothing more
 */
public record BulkOrder(
    long importId,
    BulkTransition transition,
    @Nullable WithdrawalKind withdrawal,
    @Nullable String reason,
    String key,
    Viewer viewer,
    String request,
    String address) {}
