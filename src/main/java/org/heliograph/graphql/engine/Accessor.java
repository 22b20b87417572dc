package org.heliograph.graphql.engine;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a property of an object. */
@FunctionalInterface
interface Accessor {

  @Nullable Object read(@Nullable Object source) throws Exception;

  static Accessor of(Field field) {
    return field::get;
  }

  /** A compiled call where the method can be seen from here, a reflective one otherwise. */
  static Accessor of(Method method) {
    try {
      Function<@Nullable Object, @Nullable Object> compiled = compile(method);
      return compiled::apply;
    } catch (Throwable notVisible) {
      return method::invoke;
    }
  }

  @SuppressWarnings("unchecked")
  private static Function<@Nullable Object, @Nullable Object> compile(Method method)
      throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle handle = lookup.unreflect(method);
    CallSite site =
        LambdaMetafactory.metafactory(
            lookup,
            "apply",
            MethodType.methodType(Function.class),
            MethodType.methodType(Object.class, Object.class),
            handle,
            handle.type().wrap());
    return (Function<@Nullable Object, @Nullable Object>) site.getTarget().invoke();
  }
}
