package org.heliograph;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.heliograph.record.RecordType;

/** What methods, fields and names may be like. */
final class CodeRules {
  private static final List<Class<?>> SECURITY =
      List.of(PermitAll.class, RolesAllowed.class, DenyAll.class);

  private CodeRules() {}

  static final ArchRule APIS_ARE_NAMED_SO =
      classes().that().areAnnotatedWith(GraphQLApi.class).should().haveSimpleNameEndingWith("Api");

  static final ArchRule OPERATIONS_SAY_WHO_MAY =
      methods()
          .that(describe("are operations", CodeRules::isOperation))
          .should(
              new ArchCondition<>("carry exactly one security annotation") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  long count =
                      SECURITY.stream()
                          .filter(each -> method.isAnnotatedWith(each.getName()))
                          .count();
                  if (count != 1) {
                    events.add(
                        violated(method, method.getFullName() + " carries " + count + " of them"));
                  }
                }
              });

  static final ArchRule OPERATIONS_RETURN_NO_ENTITIES =
      methods()
          .that(describe("are operations", CodeRules::isOperation))
          .should(
              new ArchCondition<>("return views, never entities") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  for (JavaClass type : method.getReturnType().getAllInvolvedRawTypes()) {
                    if (isEntity(type)) {
                      events.add(
                          violated(method, method.getFullName() + " returns " + type.getName()));
                    }
                  }
                }
              });

  /** A child's owner and its attached rows are set by the lambdas of its RecordType. */
  static final ArchRule ENTITIES_CHANGE_BY_THEIR_OWN_VERBS =
      noClasses()
          .that(
              describe(
                  "are neither entity, store nor record type",
                  type ->
                      !isEntity(type)
                          && !type.getPackageName().startsWith("org.heliograph.store")
                          && !type.isAssignableTo(RecordType.class)))
          .should()
          .accessFieldWhere(
              describe(
                  "a field of an entity is written",
                  (JavaFieldAccess access) ->
                      access.getAccessType() == JavaFieldAccess.AccessType.SET
                          && isEntity(access.getTargetOwner())));

  static final ArchRule NO_EMPTY_NAMES =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?");

  static final ArchRule VIEWS_ARE_NOT_GENERIC =
      classes()
          .that()
          .haveSimpleNameEndingWith("View")
          .should(
              new ArchCondition<>("have no type parameters (they would become schema types)") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (!type.getTypeParameters().isEmpty()) {
                    events.add(violated(type, type.getName() + " is generic"));
                  }
                }
              });

  static final ArchRule ONE_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "the time is taken from anywhere but the injected clock",
                  call ->
                      call.getName().equals("now")
                              && call.getTarget().getRawParameterTypes().isEmpty()
                              && (call.getTargetOwner().isEquivalentTo(Instant.class)
                                  || call.getTargetOwner().isEquivalentTo(LocalDate.class)
                                  || call.getTargetOwner().isEquivalentTo(LocalDateTime.class)
                                  || call.getTargetOwner().isEquivalentTo(ZonedDateTime.class))
                          || call.getName().equals("currentTimeMillis")));

  private static boolean isOperation(JavaMethod method) {
    return method.isAnnotatedWith(Query.class)
        || method.isAnnotatedWith(Mutation.class)
        || method.isAnnotatedWith("io.smallrye.graphql.api.Subscription");
  }

  private static boolean isEntity(JavaClass type) {
    return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(MappedSuperclass.class);
  }
}
