package org.heliograph.graphql.engine;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.shared.Problem;

/**
 * An argument that does not convert to the method's type: the framework's text names the argument
 * and quotes its value; only the name is passed on.
 */
final class UnfitArgument {
  private static final Pattern NAME = Pattern.compile("argument '(\\w+)'");

  private UnfitArgument() {}

  static Problem problem(AbstractDataFetcherException unfit, DataFetchingEnvironment environment) {
    for (Throwable t = unfit; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return problem;
      }
    }
    String argument = environment.getField().getName();
    var described =
        unfit.appendDataFetcherResult(DataFetcherResult.newResult(), environment).build();
    for (GraphQLError error : described.getErrors()) {
      Matcher name = NAME.matcher(String.valueOf(error.getMessage()));
      if (name.find()) {
        argument = name.group(1);
      }
    }
    return refusal(argument);
  }

  /** A scalar of the framework may let a text through where the method wants a number. */
  static void refuseMismatch(List<Argument> declared, Object[] given, Method method) {
    Class<?>[] wanted = method.getParameterTypes();
    for (int i = 0; i < given.length; i++) {
      boolean fits =
          given[i] == null
              || MethodType.methodType(wanted[i]).wrap().returnType().isInstance(given[i]);
      if (!fits) {
        throw refusal(declared.get(i).getName());
      }
    }
  }

  private static Problem refusal(String argument) {
    return Problem.badInput(
        argument, "The argument " + argument + " has a value that does not fit its type.");
  }
}
