package org.heliograph.subsidy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns identity numbers into keyed hashes (HMAC-SHA-256): a plain hash could be undone by trying
 * all numbers, of which there are few.
 */
@Singleton
public class PersonKey {
  private static final int LEAST = 32;
  private final @Nullable SecretKeySpec key;

  public PersonKey(PersonConfig config) {
    key = config.key().filter(text -> !text.isBlank()).map(PersonKey::read).orElse(null);
  }

  private static SecretKeySpec read(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // the cause would print a part of the key
      throw new IllegalStateException("heliograph.person.key is not base64");
    }
    if (bytes.length < LEAST) {
      throw new IllegalStateException(
          "heliograph.person.key needs at least " + LEAST + " bytes, base64-encoded");
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The hash under which a person is known, in hexadecimal. */
  String of(IdentityNumber number) {
    return tag("person", number.digits());
  }

  /**
   * A digest of content that names people, so keyed that nobody without the key can try out names
   * and numbers against it.
   */
  String seal(String content) {
    return tag("content", content);
  }

  private String tag(String purpose, String text) {
    SecretKeySpec known = key;
    if (known == null) {
      throw new IllegalStateException(
          "heliograph.person.key (HELIOGRAPH_PERSON_KEY) is not set: beneficiaries cannot be imported without it");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(known);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is missing from this JDK", e);
    }
  }
}
