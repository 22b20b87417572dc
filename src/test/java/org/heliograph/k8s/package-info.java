/**
 * Holds what proves the files of {@code k8s/} and the Containerfile: a strict reader, a small
 * renderer of the overlays and the tests. It may use the Kubernetes model classes, which exist in
 * the test scope only. It must not talk to a cluster.
 */
@NullMarked
package org.heliograph.k8s;

import org.jspecify.annotations.NullMarked;
