package org.heliograph.graphql;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.heliograph.record.Interest;
import org.heliograph.record.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * The change that a subscriber is being told of; without one, a subscription is only asked what it
 * is interested in.
 */
@RequestScoped
public class CurrentChange {
  private @Nullable RecordChange change;
  private @Nullable Interest interest;

  /** Set once, before the operation runs. */
  public void begin(RecordChange told) {
    change = told;
  }

  public Optional<RecordChange> get() {
    return Optional.ofNullable(change);
  }

  /** Says which changes the operation is to be run for. */
  public void follow(Interest wanted) {
    interest = wanted;
  }

  public Optional<Interest> interest() {
    return Optional.ofNullable(interest);
  }
}
