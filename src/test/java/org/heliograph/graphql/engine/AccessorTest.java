package org.heliograph.graphql.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AccessorTest {

  public record View(String title, int revision) {
    public String failing() {
      throw new IllegalStateException("no value");
    }
  }

  @SuppressWarnings("unused") // read by reflection
  private static final class Hidden {
    public final String code = "QY-1";

    public String code() {
      return code;
    }
  }

  @Test
  void reads_methods_with_objects_and_primitives() throws Exception {
    View view = new View("低保", 3);
    assertEquals("低保", Accessor.of(View.class.getMethod("title")).read(view));
    assertEquals(3, Accessor.of(View.class.getMethod("revision")).read(view));
  }

  @Test
  void reads_fields() throws Exception {
    assertEquals("QY-1", Accessor.of(Public.class.getField("code")).read(new Public()));
  }

  public static final class Public {
    public final String code = "QY-1";
  }

  @Test
  void reads_what_cannot_be_compiled_against() throws Exception {
    var method = Hidden.class.getMethod("code");
    method.setAccessible(true);
    assertEquals("QY-1", Accessor.of(method).read(new Hidden()));
  }

  @Test
  void an_exception_passes_through() throws Exception {
    Accessor failing = Accessor.of(View.class.getMethod("failing"));
    assertThrows(IllegalStateException.class, () -> failing.read(new View("", 0)));
  }
}
