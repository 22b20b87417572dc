package org.heliograph.record;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/**
 * A table of rows that belong to one revision and are loaded for many revisions with one statement.
 *
 * @param entity the child's entity, in a table whose {@code item_id} names the revision
 * @param order the columns that order the children of one revision
 * @param owner reads {@code item_id}
 * @param own writes {@code item_id}
 * @param children reads the children that are attached to a revision
 * @param attach attaches loaded children to their revision
 */
public record ChildType<E extends PublicRecord, C>(
    Class<C> entity,
    String table,
    String order,
    Function<C, Long> owner,
    ObjLongConsumer<C> own,
    Function<E, List<C>> children,
    BiConsumer<E, List<C>> attach) {}
